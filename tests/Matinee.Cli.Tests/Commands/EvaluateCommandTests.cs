using System.Globalization;
using Matinee.Core.Evaluation.Reports;

namespace Matinee.Cli.Tests.Commands;

public sealed class EvaluateCommandTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Evaluate_TrainedModel_WritesEveryFileAndShowsTheTable()
    {
        CliResult result = (await Evaluate("report")).Succeeded();

        foreach (string model in new[] { "ease", "popularity", "bias" })
        {
            Assert.Contains($"│ {model} ", result.Out, StringComparison.Ordinal);
        }

        Assert.Contains("Simulated ratings", result.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["metrics.json", "per_user.parquet", "report.html", "report.md", "topn.csv"],
            Directory.GetFiles(workspace.Path("report")).Select(Path.GetFileName).Order()
        );
        EvaluationReport report = Report("report");
        Assert.True(report.Models[0].Find("ndcg", 10)!.Value > report.Models[1].Find("ndcg", 10)!.Value);
    }

    [Fact]
    public async Task Evaluate_Page_ShowsTheFiguresOfTheRun()
    {
        (await Evaluate("my report")).Succeeded();

        string page = File.ReadAllText(workspace.Path("my report/report.html"));
        string ndcg = Report("my report")
            .Models[0]
            .Find("ndcg", 10)!
            .Value.ToString("F4", CultureInfo.InvariantCulture);
        Assert.Contains($"ease reaches an NDCG@10 of {ndcg}", page, StringComparison.Ordinal);
        Assert.Contains($"<code>{trained.Data}</code>", page, StringComparison.Ordinal);
        Assert.Contains("Simulated ratings", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_TopN_GivesThePrecisionOfTheReportAgain()
    {
        (await Evaluate("report")).Succeeded();
        var test = new HashSet<(int, int)>(
            DuckDbRows(
                $"SELECT user_id, movie_id FROM '{trained.Data}/ratings.parquet' "
                    + $"JOIN '{trained.Data}/users.parquet' USING (user_index) "
                    + $"JOIN '{trained.Data}/movies.parquet' USING (item_index) WHERE split = 'test'"
            )
        );
        int[][] lists =
        [
            .. File.ReadAllLines(workspace.Path("report/topn.csv"))
                .Skip(1)
                .Select(line => line.Split(','))
                .Where(fields => int.Parse(fields[1], CultureInfo.InvariantCulture) <= 10)
                .GroupBy(fields => fields[0])
                .Select(user =>
                    user.Select(fields => int.Parse(fields[2], CultureInfo.InvariantCulture))
                        .Prepend(int.Parse(user.Key, CultureInfo.InvariantCulture))
                        .ToArray()
                ),
        ];

        double precision = lists.Average(list => list.Skip(1).Count(movie => test.Contains((list[0], movie))) / 10.0);

        Assert.Equal(Report("report").Models[0].Find("precision", 10)!.Value, precision, 1e-9);
    }

    [Fact]
    public async Task Evaluate_AnyBatchSize_GivesTheSameFigures()
    {
        (await Evaluate("one", "--batch-size", "1")).Succeeded();
        (await Evaluate("many", "--batch-size", "1000")).Succeeded();

        Assert.Equal(Report("one").Models[0].Ranking, Report("many").Models[0].Ranking);
    }

    [Fact]
    public async Task Evaluate_MinRating_CountsOnlyLikedMovies()
    {
        (await Evaluate("all")).Succeeded();
        (await Evaluate("liked", "--min-rating", "4")).Succeeded();

        Assert.True(
            Report("liked").Models[0].Find("precision", 10)!.Value
                < Report("all").Models[0].Find("precision", 10)!.Value
        );
    }

    [Fact]
    public async Task Evaluate_Resamples_ChangeTheIntervalsOnly()
    {
        (await Evaluate("few", "--resamples", "100")).Succeeded();
        (await Evaluate("more", "--resamples", "2000")).Succeeded();

        Figure few = Report("few").Models[0].Find("ndcg", 10)!;
        Figure more = Report("more").Models[0].Find("ndcg", 10)!;
        Assert.Equal(few.Value, more.Value);
        Assert.NotEqual(few.Low, more.Low);
    }

    [Fact]
    public async Task Evaluate_Diversity_MakesTheModelsListsMoreDiverseAndLeavesTheBaselines()
    {
        (await Evaluate("plain")).Succeeded();
        (await Evaluate("diverse", "--diversity", "0.3")).Succeeded();

        EvaluationReport plain = Report("plain");
        EvaluationReport diverse = Report("diverse");
        Assert.True(
            diverse.Models[0].Find("diversity", 10)!.Value > plain.Models[0].Find("diversity", 10)!.Value * 1.05
        );
        Assert.Equal(plain.Models[1].Ranking, diverse.Models[1].Ranking);
        Assert.Equal(0.3, diverse.Protocol.Diversity);
    }

    [Fact]
    public async Task Evaluate_OtherDataset_IsRefused()
    {
        (
            await Workspace.RunAsync(
                "preprocess",
                "--data-dir",
                trained.Raw,
                "--output-dir",
                workspace.Path("data"),
                "--seed",
                "1",
                "--split",
                "random"
            )
        ).Succeeded();

        (
            await Workspace.RunAsync("evaluate", "--data-dir", workspace.Path("data"), "--model-path", trained.Model)
        ).FailedWith(1, "another dataset");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"models":[],"schemaVersion":1}""")]
    public async Task Evaluate_FolderWithSomebodysMetrics_IsRefusedAndKept(string metrics)
    {
        Directory.CreateDirectory(workspace.Path("mine"));
        workspace.Write("mine/metrics.json", metrics);
        workspace.Write("mine/thesis.txt", "mine");

        (await Evaluate("mine")).FailedWith(1, "would be replaced");

        Assert.Equal("mine", File.ReadAllText(workspace.Path("mine/thesis.txt")));
    }

    [Fact]
    public async Task Evaluate_OwnReportWithSomebodysFile_IsRefusedAndKept()
    {
        (await Evaluate("report")).Succeeded();
        workspace.Write("report/notes.txt", "mine");

        (await Evaluate("report")).FailedWith(1, "'notes.txt'");

        Assert.Equal("mine", File.ReadAllText(workspace.Path("report/notes.txt")));
    }

    [Fact]
    public async Task Evaluate_NoModel_SaysTrain()
    {
        (
            await Workspace.RunAsync("evaluate", "--data-dir", trained.Data, "--model-path", workspace.Path("none"))
        ).FailedWith(1, "./matinee train");
    }

    [Theory]
    [InlineData("--batch-size", "0")]
    [InlineData("--resamples", "5")]
    [InlineData("--min-rating", "6")]
    [InlineData("--diversity", "2")]
    [InlineData("--diversity", "much")]
    [InlineData("--min-rating", "x")]
    [InlineData("--batch-size", "x")]
    [InlineData("--resamples", "1e3")]
    public async Task Evaluate_BadFlag_IsAUsageError(string flag, string value)
    {
        (await Evaluate("report", flag, value)).FailedWith(MatineeCli.UsageError, flag);
    }

    private EvaluationReport Report(string name) =>
        EvaluationReport.FromJson(File.ReadAllText(workspace.Path($"{name}/metrics.json")));

    private Task<CliResult> Evaluate(string output, params string[] more) =>
        Workspace.RunAsync([
            "evaluate",
            "--data-dir",
            trained.Data,
            "--model-path",
            trained.Model,
            "--output-dir",
            workspace.Path(output),
            .. more,
        ]);

    private static List<(int, int)> DuckDbRows(string sql)
    {
        using var connection = new DuckDB.NET.Data.DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<(int, int)>();
        while (reader.Read())
        {
            rows.Add((reader.GetInt32(0), reader.GetInt32(1)));
        }

        return rows;
    }
}
