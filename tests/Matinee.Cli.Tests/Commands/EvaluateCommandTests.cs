using System.Globalization;
using DuckDB.NET.Data;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Ranking.Controls;

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
            ["metrics.json", "per_user.parquet", "report.html", "report.md", "strata.parquet", "topn.csv"],
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
        Assert.Contains(Report("my report").Protocol.Hash!, page, StringComparison.Ordinal);
        Assert.DoesNotContain(trained.Data, page, StringComparison.Ordinal);
        Assert.Contains("you liked", page, StringComparison.Ordinal);
        Assert.Contains("Simulated ratings", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("per_user.parquet")]
    [InlineData("strata.parquet")]
    public async Task Evaluate_Tables_SayWhatWasAsked(string table)
    {
        (await Evaluate("report", "--sampled-negatives", "50")).Succeeded();

        var facts = Query(
                $"SELECT decode(key), decode(value) FROM parquet_kv_metadata('{workspace.Path("report")}/{table}')",
                row => (row.GetString(0), row.GetString(1))
            )
            .ToDictionary();

        EvaluationReport report = Report("report");
        Assert.Equal(report.Dataset.Hash, facts["dataset_hash"]);
        Assert.Equal(report.Protocol.Hash, facts["protocol_hash"]);
        Assert.Equal("sampled (50 negatives)", facts["ranking"]);
        Assert.Equal("lower movie id first", facts["ties"]);
    }

    [Fact]
    public async Task Evaluate_TopN_GivesThePrecisionOfTheReportAgain()
    {
        (await Evaluate("report")).Succeeded();
        var test = new HashSet<(int, int)>(
            Query(
                $"SELECT user_id, movie_id FROM '{trained.Data}/ratings.parquet' "
                    + $"JOIN '{trained.Data}/users.parquet' USING (user_index) "
                    + $"JOIN '{trained.Data}/movies.parquet' USING (item_index) WHERE split = 'test'",
                row => (row.GetInt32(0), row.GetInt32(1))
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
        Assert.Equal(new RankingControls { Diversity = 0.3 }, diverse.Protocol.Controls);
        Assert.Null(plain.Protocol.Controls);
    }

    [Fact]
    public async Task Evaluate_EveryControl_IsRecordedAndChangesTheModelsListsOnly()
    {
        (await Evaluate("plain")).Succeeded();

        CliResult result = (
            await Evaluate(
                "all",
                "--diversity",
                "0.2",
                "--diversity-method",
                "dpp",
                "--calibration",
                "0.1",
                "--popularity",
                "-0.5",
                "--serendipity",
                "0.05"
            )
        ).Succeeded();

        var expected = new RankingControls
        {
            Diversity = 0.2,
            DiversityMethod = DiversityMethod.Dpp,
            Calibration = 0.1,
            Popularity = -0.5,
            Serendipity = 0.05,
        };
        Assert.Equal(expected, Report("all").Protocol.Controls);
        Assert.Contains(expected.Describe(), result.Out, StringComparison.Ordinal);
        Assert.NotEqual(Report("plain").Models[0].Ranking, Report("all").Models[0].Ranking);
        Assert.Equal(Report("plain").Models[1].Ranking, Report("all").Models[1].Ranking);
    }

    [Fact]
    public async Task Evaluate_Pareto_ShowsAndStoresThePlainFiguresAndTwelveOthers()
    {
        CliResult result = (await Evaluate("report", "--pareto")).Succeeded();

        EvaluationReport report = Report("report");
        Assert.Equal(13, report.Pareto!.Count);
        Assert.Equal(report.Models[0].Find("ndcg", 10)!.Value, report.Pareto[0].Ndcg, 1e-12);
        Assert.Equal(report.Models[0].Find("diversity", 10)!.Value, report.Pareto[0].Diversity, 1e-12);
        Assert.Contains("│ dpp ", result.Out, StringComparison.Ordinal);
        Assert.Contains(
            "## Accuracy against diversity",
            File.ReadAllText(workspace.Path("report/report.md")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("model: ease\nmodel_params:\n  regularization: 100\n  side: users\n")]
    [InlineData("model: ease\nmodel_params:\n  regularization: 100\n  side: items\n")]
    [InlineData("model: item-knn\nmodel_params:\n  similarity: bm25\n")]
    [InlineData("model: item-knn\nmodel_params:\n  similarity: cosine\n")]
    [InlineData("model: als\nmodel_params:\n  factors: 16\n")]
    public async Task Evaluate_ReasonsOnDemoData_AreFaithful(string configuration)
    {
        (
            await Workspace.RunAsync(
                "train",
                "--data-dir",
                trained.Data,
                "--config-path",
                workspace.Write("config.yaml", configuration),
                "--output-dir",
                workspace.Path("model")
            )
        ).Succeeded();
        string[] paths = ["--model-path", workspace.Path("model"), "--output-dir", workspace.Path("report")];

        CliResult result = (
            await Workspace.RunAsync(["evaluate", "--data-dir", trained.Data, .. paths, "--faithfulness-cases", "500"])
        ).Succeeded();

        FaithfulnessFigures faithfulness = Report("report").Faithfulness!;
        Assert.InRange(faithfulness.Cases, 400, 500);
        Assert.InRange(faithfulness.Rate, 0.9, 1);
        Assert.InRange(faithfulness.Rate, faithfulness.Low, faithfulness.High);
        Assert.Contains($"of {faithfulness.Cases} cases", result.Out, StringComparison.Ordinal);
        Assert.Contains(
            $"of {faithfulness.Cases} cases",
            File.ReadAllText(workspace.Path("report/report.md")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Evaluate_NoFaithfulnessCases_SaysNothingAboutReasons()
    {
        CliResult result = (await Evaluate("report", "--faithfulness-cases", "0")).Succeeded();

        Assert.Null(Report("report").Faithfulness);
        Assert.DoesNotContain("faithful", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "## Explanations",
            File.ReadAllText(workspace.Path("report/report.md")),
            StringComparison.Ordinal
        );
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
        ).FailedWith(1, "'./matinee train'");
    }

    [Theory]
    [InlineData("--batch-size", "0")]
    [InlineData("--resamples", "5")]
    [InlineData("--min-rating", "6")]
    [InlineData("--diversity", "2")]
    [InlineData("--diversity", "much")]
    [InlineData("--calibration", "1.5")]
    [InlineData("--popularity", "-2")]
    [InlineData("--popularity", "NaN")]
    [InlineData("--serendipity", "-1")]
    [InlineData("--min-rating", "x")]
    [InlineData("--batch-size", "x")]
    [InlineData("--resamples", "1e3")]
    [InlineData("--faithfulness-cases", "-1")]
    public async Task Evaluate_BadFlag_IsAUsageError(string flag, string value)
    {
        (await Evaluate("report", flag, value)).FailedWith(MatineeCli.UsageError, flag);
    }

    private EvaluationReport Report(string name) => workspace.Report(name);

    private Task<CliResult> Evaluate(string output, params string[] more) =>
        trained.Evaluate(workspace.Path(output), more);

    private static List<T> Query<T>(string sql, Func<DuckDBDataReader, T> row)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
