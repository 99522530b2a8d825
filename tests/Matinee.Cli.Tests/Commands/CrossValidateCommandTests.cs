using System.Globalization;
using Matinee.Core.Evaluation.Reports;

namespace Matinee.Cli.Tests.Commands;

public sealed class CrossValidateCommandTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task CrossValidate_Folds_AreShownAndWritten()
    {
        CliResult result = (await Run("report", "--folds", "3")).Succeeded();

        EvaluationReport[] folds = [.. Enumerable.Range(1, 3).Select(fold => Report($"report/folds/{fold}"))];
        string ndcg = string.Join(
            ", ",
            folds.Select(fold => fold.Models[0].Find("ndcg", 10)!.Value.ToString("F4", CultureInfo.InvariantCulture))
        );
        Assert.Contains($"NDCG@10 by fold: {ndcg} (standard deviation 0.", result.Out, StringComparison.Ordinal);
        Assert.Contains("│ ease ", result.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["1", "2", "3"],
            Directory.GetDirectories(workspace.Path("report/folds")).Select(Path.GetFileName).Order()
        );
        EvaluationReport report = Report("report");
        Assert.Equal("k-fold (3 folds)", report.Dataset.Split);
        Assert.Equal(report.Dataset.TestRatings, folds.Sum(fold => fold.Dataset.TestRatings));
        Assert.All(folds, fold => Assert.Equal(0, fold.Audit!.PairsInBoth));
        Assert.Contains(
            "k-fold (3 folds)",
            File.ReadAllText(workspace.Path("report/report.md")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task CrossValidate_Again_ReplacesItsOwnReportAndGivesTheSameFigures()
    {
        (await Run("report", "--folds", "3")).Succeeded();
        EvaluationReport first = Report("report");

        (await Run("report", "--folds", "2", "--threads", "1")).Succeeded();
        Assert.Equal(2, Directory.GetDirectories(workspace.Path("report/folds")).Length);
        (await Run("report", "--folds", "3", "--threads", "1")).Succeeded();

        Assert.Equal(first.Models[0].Ranking, Report("report").Models[0].Ranking);
        Assert.Equal(first.Protocol.Hash, Report("report").Protocol.Hash);
    }

    [Fact]
    public async Task CrossValidate_RatingModel_ShowsTheErrorOfEachFold()
    {
        CliResult result = (
            await Workspace.RunAsync(
                "cross-validate",
                "--data-dir",
                trained.Data,
                "--config-path",
                workspace.Write("bias.yaml", "model: bias\n"),
                "--output-dir",
                workspace.Path("report"),
                "--folds",
                "2"
            )
        ).Succeeded();

        double[] errors = [.. Enumerable.Range(1, 2).Select(fold => Rmse(Report($"report/folds/{fold}")))];
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"RMSE by fold: {errors[0]:F4}, {errors[1]:F4} (standard"),
            result.Out,
            StringComparison.Ordinal
        );
        // Over all pairs: between the folds'.
        Assert.InRange(Rmse(Report("report")), errors.Min(), errors.Max());
        Assert.True(File.Exists(workspace.Path("report/folds/2/predictions.csv")));

        static double Rmse(EvaluationReport report) => report.Models[0].Find("rmse")!.Value;
    }

    [Fact]
    public async Task CrossValidate_TwoModelsOnTheSameFolds_CanBeCompared()
    {
        (await Run("ease", "--folds", "2")).Succeeded();
        (
            await Workspace.RunAsync(
                "cross-validate",
                "--data-dir",
                trained.Data,
                "--config-path",
                workspace.Write("popularity.yaml", "model: popularity\n"),
                "--output-dir",
                workspace.Path("popularity"),
                "--folds",
                "2"
            )
        ).Succeeded();

        CliResult result = await Workspace.RunAsync("compare", workspace.Path("ease"), workspace.Path("popularity"));

        Assert.Contains("A: ease", result.Succeeded().Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CrossValidate_FolderWithSomebodysFiles_IsRefusedAndKept()
    {
        Directory.CreateDirectory(workspace.Path("mine"));
        workspace.Write("mine/thesis.txt", "mine");

        (await Run("mine", "--folds", "2")).FailedWith(1, "mine");

        Assert.Equal("mine", File.ReadAllText(workspace.Path("mine/thesis.txt")));
        Assert.Single(Directory.GetFileSystemEntries(workspace.Path("mine")));
    }

    [Theory]
    [InlineData("--folds", "1")]
    [InlineData("--folds", "two")]
    [InlineData("--min-rating", "6")]
    [InlineData("--threads", "0")]
    public async Task CrossValidate_BadFlag_IsAUsageError(string flag, string value)
    {
        (await Run("report", flag, value)).FailedWith(MatineeCli.UsageError, flag);
    }

    private EvaluationReport Report(string name) => workspace.Report(name);

    private Task<CliResult> Run(string output, params string[] more) =>
        Workspace.RunAsync([
            "cross-validate",
            "--data-dir",
            trained.Data,
            "--config-path",
            workspace.Write("ease.yaml", "model: ease\nmodel_params:\n  regularization: 100\n"),
            "--output-dir",
            workspace.Path(output),
            .. more,
        ]);
}
