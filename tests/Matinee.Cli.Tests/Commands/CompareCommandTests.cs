using System.Globalization;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Tests.Models;
using Matinee.Data;

namespace Matinee.Cli.Tests.Commands;

public sealed class CompareCommandTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Compare_EaseAndPopularity_ShowsAClearDifference()
    {
        await EvaluateBoth();

        CliResult result = (
            await Workspace.RunAsync("compare", workspace.Path("ease"), workspace.Path("popularity"))
        ).Succeeded();

        Assert.Contains("A: ease", result.Out, StringComparison.Ordinal);
        string ndcg = result.Out.Split('\n').Single(line => line.Contains("│ ndcg ", StringComparison.Ordinal));
        string[] cells = [.. ndcg.Split('│', StringSplitOptions.TrimEntries)];
        Assert.StartsWith("+", cells[4], StringComparison.Ordinal);
        Assert.StartsWith("+", cells[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_WithItself_HasNoDifference()
    {
        await EvaluateBoth();

        CliResult result = (
            await Workspace.RunAsync("compare", workspace.Path("ease"), workspace.Path("ease"))
        ).Succeeded();

        Assert.Contains("0.0000 to 0.0000 │ 1.000", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_AlsoAnotherPair_ShowsTheMeansOverBoth()
    {
        await EvaluateBoth();

        CliResult result = (
            await Workspace.RunAsync(
                "compare",
                workspace.Path("ease"),
                workspace.Path("popularity"),
                "--also",
                $"{workspace.Path("popularity")},{workspace.Path("ease")}"
            )
        ).Succeeded();

        // What one pair says the other takes back.
        string together = result.Out[result.Out.IndexOf("2 tasks, top 10", StringComparison.Ordinal)..];
        string[] cells =
        [
            .. together
                .Split('\n')
                .Single(line => line.Contains("│ ndcg ", StringComparison.Ordinal))
                .Split('│', StringSplitOptions.TrimEntries),
        ];
        Assert.Equal(cells[2], cells[3]);
        Assert.Equal("0.0000", cells[4]);
        Assert.Equal("1.000", cells[6]);
        Assert.All(result.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Compare_AlsoOneFolder_IsRefused()
    {
        await EvaluateBoth();

        (
            await Workspace.RunAsync(
                "compare",
                workspace.Path("ease"),
                workspace.Path("popularity"),
                "--also",
                workspace.Path("ease")
            )
        ).FailedWith(1, "is no pair");
    }

    [Fact]
    public async Task Compare_Strata_ShowEveryGroupOfUsersAndMovies()
    {
        await EvaluateBoth();

        CliResult result = (
            await Workspace.RunAsync("compare", workspace.Path("ease"), workspace.Path("popularity"))
        ).Succeeded();

        foreach (string header in new[] { "│ by user activity ", "│ by movie popularity ", "│ by movie's ratings " })
        {
            Assert.Contains(header, result.Out, StringComparison.Ordinal);
        }

        IReadOnlyList<StratumFigure> strata = EvaluationReport
            .FromJson(File.ReadAllText(workspace.Path("ease/metrics.json")))
            .Models[0]
            .Strata!;
        Assert.Equal(4, strata.Count(figure => figure.Grouping == Strata.UserActivity));
        foreach (StratumFigure figure in strata)
        {
            string row = result
                .Out.Split('\n')
                .Single(line => line.Contains($"│ {figure.Stratum} ", StringComparison.Ordinal));
            string[] cells = [.. row.Split('│', StringSplitOptions.TrimEntries)];
            Assert.Equal(figure.Value.ToString("F4", CultureInfo.InvariantCulture), cells[2]);
        }

        Assert.All(result.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Compare_OtherRelevance_IsRefused()
    {
        await EvaluateBoth();
        (await Evaluate(trained.Model, "liked", "--min-rating", "4")).Succeeded();

        (await Workspace.RunAsync("compare", workspace.Path("ease"), workspace.Path("liked"))).FailedWith(
            1,
            "--min-rating"
        );
    }

    [Fact]
    public async Task Compare_UnknownLength_NamesThoseThatExist()
    {
        await EvaluateBoth();

        (
            await Workspace.RunAsync("compare", workspace.Path("ease"), workspace.Path("popularity"), "--top-k", "7")
        ).FailedWith(1, "there are 5, 10, 20, 100");
    }

    [Fact]
    public async Task Compare_TwoRatingModels_ShowsTheDifferenceOfTheirErrors()
    {
        foreach (string damping in new[] { "1", "1000" })
        {
            string config = workspace.Write("b.yaml", $"model: bias\nmodel_params:\n  item_damping: {damping}\n");
            string[] paths = ["--data-dir", trained.Data, "--config-path", config, "--output-dir", workspace.Path("m")];
            (await Workspace.RunAsync(["train", .. paths])).Succeeded();
            (await Evaluate(workspace.Path("m"), damping)).Succeeded();
        }

        CliResult result = (
            await Workspace.RunAsync("compare", workspace.Path("1"), workspace.Path("1000"))
        ).Succeeded();

        foreach (string metric in new[] { "rmse", "mae" })
        {
            double a = workspace.Report("1").Models[0].Find(metric)!.Value;
            double b = workspace.Report("1000").Models[0].Find(metric)!.Value;
            Assert.Equal([Text(a), Text(b), Signed(a - b)], Cells(result.Out, $"│ {metric} ")[2..5]);
        }

        StratumFigure group = workspace.Report("1").Models[0].RatingStrata![0];
        string errors = result.Out[
            result.Out.IndexOf(
                "│ rmse  ",
                result.Out.IndexOf("│ mae ", StringComparison.Ordinal),
                StringComparison.Ordinal
            )..
        ];
        Assert.Equal(Text(group.Value), Cells(errors, $"│ {group.Stratum} ")[2]);
        Assert.All(result.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));

        static string Signed(double value) => value.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Compare_ModelsThatOnlyRate_AreComparedByTheirRatings()
    {
        foreach (string folder in new[] { "a", "b" })
        {
            ModelEvaluation evaluation = new TinyForecaster().Evaluate("random");
            EvaluationFolder.Write(workspace.Path(folder), evaluation, EvaluationReport.From(evaluation));
        }

        CliResult result = (await Workspace.RunAsync("compare", workspace.Path("a"), workspace.Path("b"))).Succeeded();

        Assert.Equal("0.0000", Cells(result.Out, "│ rmse ")[4]);
        Assert.DoesNotContain("ndcg", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_NoEvaluation_SaysHowToMakeOne()
    {
        (await Workspace.RunAsync("compare", workspace.Root, workspace.Root)).FailedWith(
            1,
            "matinee evaluate --output-dir"
        );
    }

    private static string Text(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    private static string[] Cells(string text, string start) =>
        text.Split('\n')
            .First(line => line.StartsWith(start, StringComparison.Ordinal))
            .Split('│', StringSplitOptions.TrimEntries);

    private async Task EvaluateBoth()
    {
        string config = workspace.Write("p.yaml", "model: popularity\n");
        string model = workspace.Path("model");
        (
            await Workspace.RunAsync(
                "train",
                "--data-dir",
                trained.Data,
                "--config-path",
                config,
                "--output-dir",
                model
            )
        ).Succeeded();
        (await Evaluate(trained.Model, "ease")).Succeeded();
        (await Evaluate(model, "popularity")).Succeeded();
    }

    private Task<CliResult> Evaluate(string model, string output, params string[] more) =>
        trained.Evaluate(workspace.Path(output), more, model);
}
