using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Interactions;
using Matinee.Data.Folders;

namespace Matinee.Cli.Tests.Commands;

/// <summary><c>evaluate</c> on files of one's own, and on samples.</summary>
public sealed class EvaluateGivenFilesTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    private const string FirstTime = "1000000000";
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Evaluate_SupportAndTestFiles_AsksAboutNewPeopleAfterTheirFirstRatings()
    {
        CliResult result = (await Evaluate("report", NewPeople(people: 12))).Succeeded();

        Assert.Contains("over 12 users", result.Out, StringComparison.Ordinal);
        EvaluationReport report = Report("report");
        Assert.Equal("cold-user", report.Dataset.Split);
        Assert.Equal(12, report.Protocol.Users);
        Assert.Equal([1, 3, 5, 10], report.ShortHistories!.Select(figure => figure.Given));
        Assert.True(report.ShortHistories![^1].Ndcg > report.ShortHistories[0].Ndcg);
        Assert.Equal(report.Models[0].Find("ndcg", 10)!.Value, report.ShortHistories[^1].Ndcg, 1e-12);
        Assert.Equal(["support.csv", "test.csv"], report.Protocol.Files!.Select(file => file.Name));
        Assert.Equal(0, report.Audit!.PairsInBoth);
        Assert.NotEmpty(report.Models[0].Strata!);
        Assert.Empty(report.Models.SelectMany(model => model.Rating));
        string text = File.ReadAllText(workspace.Path("report/report.md"));
        Assert.Contains("## First ratings\n", text, StringComparison.Ordinal);
        Assert.Contains($"`{report.Protocol.Files![1].Sha256}`", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_NewPeople_ListsNothingTheyRatedAtFirst()
    {
        (await Evaluate("report", NewPeople(people: 5))).Succeeded();

        HashSet<(string, string)> seen = [.. Pairs(workspace.Path("support.csv"), movieColumn: 1)];
        (string, string)[] listed = [.. Pairs(workspace.Path("report/topn.csv"), movieColumn: 2)];
        Assert.Equal(5, listed.Select(pair => pair.Item1).Distinct().Count());
        Assert.All(listed, pair => Assert.DoesNotContain(pair, seen));
    }

    [Fact]
    public async Task Evaluate_CandidatesFile_RanksNewMoviesOnly()
    {
        int[] cold = ColdMovies();
        string candidates = workspace.Write("candidates.csv", "movieId\n" + string.Join('\n', cold) + "\n");
        string test = workspace.Write(
            "test.csv",
            "userId,movieId,rating\n"
                + string.Concat(RawRatings().Where(row => cold.Contains(row.Movie)).Select(row => Line(row.User, row)))
                + $"9999,{cold[0]},5\n"
        );

        CliResult result = (await Evaluate("report", "--candidates-file", candidates, "--test-file", test)).Succeeded();

        Assert.Contains("test ratings are of users without training ratings", result.Error, StringComparison.Ordinal);
        EvaluationReport report = Report("report");
        Assert.Equal("cold-item", report.Dataset.Split);
        Assert.Equal(cold.Length, report.Protocol.Candidates);
        Assert.Null(report.ShortHistories);
        // EASE and the baselines know nothing of movies without ratings: they list none, and tell none apart.
        Assert.All(report.Models, model => Assert.Equal(0, model.Find("ndcg", 10)!.Value));
        Assert.All(report.Models, model => Assert.Equal(0.5, model.Find("auc")!.Value));
        StratumFigure coldness = Assert.Single(
            report.Models[0].Strata!,
            figure => figure.Grouping == Matinee.Core.Evaluation.Strata.Coldness
        );
        Assert.Equal("0 ratings", coldness.Stratum);
        Assert.True(File.Exists(workspace.Path("report/report.html")));
    }

    [Fact]
    public async Task Evaluate_UserOfTheTrainingData_IsRefusedAndWritesNothing()
    {
        string support = workspace.Write("support.csv", "userId,movieId,rating\n1,18,3\n");
        string test = workspace.Write("test.csv", "userId,movieId,rating\n1,37,4\n");

        (await Evaluate("report", "--support-file", support, "--test-file", test)).FailedWith(
            1,
            "is in the training data"
        );

        Assert.False(Directory.Exists(workspace.Path("report")));
    }

    [Theory]
    [InlineData("--test-file")]
    [InlineData("--support-file")]
    [InlineData("--candidates-file")]
    [InlineData("--support-file", "--candidates-file")]
    [InlineData("--test-file", "--support-file", "--candidates-file")]
    public async Task Evaluate_FilesThatPoseNoTask_AreAUsageError(params string[] options)
    {
        string file = workspace.Write("file.csv", "userId,movieId,rating\n900,18,3\n");

        (await Evaluate("report", [.. options.SelectMany(option => new[] { option, file })])).FailedWith(
            MatineeCli.UsageError,
            "Give --test-file with --support-file (new people) or with --candidates-file (new movies)"
        );
    }

    [Fact]
    public async Task Evaluate_SampledNegatives_AreLabelledEverywhereAndComparedWithTheirKindOnly()
    {
        CliResult full = (await Evaluate("full")).Succeeded();
        CliResult sampled = (await Evaluate("sampled", "--sampled-negatives", "50")).Succeeded();

        Assert.Contains("Ranking: sampled (50 negatives)", sampled.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("sampled", full.Out, StringComparison.Ordinal);
        Assert.Equal("sampled (50 negatives)", Report("sampled").Protocol.Ranking);
        Assert.Equal("full", Report("full").Protocol.Ranking);
        Assert.Contains(
            "> **Ranking is sampled (50 negatives)**, not full",
            File.ReadAllText(workspace.Path("sampled/report.md")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "sampled (50 negatives)",
            File.ReadAllText(workspace.Path("sampled/report.html")),
            StringComparison.Ordinal
        );
        (await Workspace.RunAsync("compare", workspace.Path("full"), workspace.Path("sampled"))).FailedWith(
            1,
            "--sampled-negatives"
        );
        (await Workspace.RunAsync("compare", workspace.Path("sampled"), workspace.Path("sampled"))).Succeeded();
    }

    [Fact]
    public async Task Compare_OtherFiles_IsRefused()
    {
        (await Evaluate("first", NewPeople(people: 6))).Succeeded();
        (await Evaluate("second", NewPeople(people: 6, after: 8))).Succeeded();

        (await Workspace.RunAsync("compare", workspace.Path("first"), workspace.Path("second"))).FailedWith(
            1,
            "protocol hashes differ"
        );
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task Evaluate_BadNumberOfNegatives_IsAUsageError(string value)
    {
        (await Evaluate("report", "--sampled-negatives", value)).FailedWith(
            MatineeCli.UsageError,
            "--sampled-negatives"
        );
    }

    /// <summary>People of the demo under new ids: what they rated first, and what came after.</summary>
    private string[] NewPeople(int people, int after = 10)
    {
        ILookup<int, Row> histories = RawRatings().Where(row => row.User <= people).ToLookup(row => row.User);
        string support = string.Concat(
            histories.SelectMany(own => own.Take(after).Select((row, n) => Line(9000 + row.User, row, n)))
        );
        string test = string.Concat(
            histories.SelectMany(own => own.Skip(after).Select(row => Line(9000 + row.User, row)))
        );
        return
        [
            "--support-file",
            workspace.Write("support.csv", "userId,movieId,rating,timestamp,order\n" + support),
            "--test-file",
            workspace.Write("test.csv", "userId,movieId,rating\n" + test),
        ];
    }

    private int[] ColdMovies()
    {
        Dataset dataset = DatasetFolder.Read(trained.Data, TestContext.Current.CancellationToken);
        return
        [
            .. dataset
                .Catalog.Movies.Skip(dataset.Catalog.RankedCount)
                .Select((Movie movie) => movie.Id.Value)
                .Take(200),
        ];
    }

    private Row[] RawRatings() =>
        [
            .. File.ReadLines(Path.Combine(trained.Raw, "ratings.csv"))
                .Skip(1)
                .Select(line => line.Split(','))
                .Select(cells => new Row(
                    int.Parse(cells[0], CultureInfo.InvariantCulture),
                    int.Parse(cells[1], CultureInfo.InvariantCulture),
                    cells[2]
                )),
        ];

    private static string Line(int user, Row row) =>
        string.Create(CultureInfo.InvariantCulture, $"{user},{row.Movie},{row.Rating}\n");

    private static string Line(int user, Row row, int order) =>
        string.Create(CultureInfo.InvariantCulture, $"{user},{row.Movie},{row.Rating},{FirstTime},{order}\n");

    private static IEnumerable<(string User, string Movie)> Pairs(string file, int movieColumn) =>
        File.ReadLines(file).Skip(1).Select(line => line.Split(',')).Select(cells => (cells[0], cells[movieColumn]));

    private EvaluationReport Report(string name) => workspace.Report(name);

    private Task<CliResult> Evaluate(string output, params string[] more) =>
        trained.Evaluate(workspace.Path(output), more);

    private sealed record Row(int User, int Movie, string Rating);
}
