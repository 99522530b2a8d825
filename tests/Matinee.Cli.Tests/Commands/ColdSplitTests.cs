using Matinee.Core.Evaluation.Reports;

namespace Matinee.Cli.Tests.Commands;

/// <summary>Cold movies and new people through preprocess, train and evaluate.</summary>
public sealed class ColdSplitTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task ColdUser_EndToEnd_AsksAboutNewPeople()
    {
        CliResult preprocessed = await Preprocess("--split", "cold-user");
        CliResult evaluated = await TrainAndEvaluate();

        Assert.Matches(@"split: cold-user +ratings +share", preprocessed.Out);
        Assert.Matches(@"support +160 ", preprocessed.Out);
        Assert.Contains("over 16 users", evaluated.Out, StringComparison.Ordinal);
        EvaluationReport report = Report();
        Assert.Equal("cold-user", report.Dataset.Split);
        Assert.Equal([1, 3, 5, 10], report.ShortHistories!.Select(figure => figure.Given));
        Assert.Equal(0, report.Audit!.PairsInBoth);
        Assert.Equal(0, report.Audit.KnownAfterOwnTest);
        Assert.Equal(0, report.Audit.UsersWithoutHistory);
        Assert.Equal(report.Models[1].Find("ndcg", 10)!.Value, report.ShortHistories![0].PopularityNdcg, 1e-12);
        Assert.Null(report.Protocol.Files);
    }

    [Fact]
    public async Task ColdItem_EndToEnd_RanksTheColdMoviesAlone()
    {
        CliResult preprocessed = await Preprocess("--split", "cold-item");
        await TrainAndEvaluate();

        Assert.Matches(@"split: cold-item +ratings +share", preprocessed.Out);
        EvaluationReport report = Report();
        Assert.Equal("cold-item", report.Dataset.Split);
        // A fifth of the ranked movies.
        Assert.Equal(0.2, (double)report.Protocol.Candidates / report.Dataset.RankedMovies, 0.005);
        Assert.Equal(report.Protocol.Candidates, report.Audit!.UnseenMovies);
        Assert.Equal(report.Audit.HeldOutRatings, report.Audit.UnseenMovieRatings);
        // The demo's people tag what they watch; such ratings are not asked.
        Assert.True(report.Audit.TaggedByRaters > 0);
        Assert.Equal(
            report.Audit.HeldOutRatings - report.Audit.TaggedByRaters,
            report
                .Models[0]
                .Strata!.Where(figure => figure.Grouping == Matinee.Core.Evaluation.Strata.Coldness)
                .Sum(figure => figure.Size)
        );
        // Nobody has rated them, so popularity finds as many as the tie rule does.
        Assert.Equal(0.5, report.Models[1].Find("auc")!.Value, 1e-12);
    }

    [Fact]
    public async Task TrainFileWithoutTestFile_TrainsAndSaysThatThereIsNothingToTestOn()
    {
        string train = workspace.Write(
            "train.csv",
            string.Join('\n', File.ReadLines(Path.Combine(trained.Raw, "ratings.csv")).Take(1500)) + "\n"
        );

        CliResult preprocessed = await Preprocess("--train-file", train);
        CliResult evaluated = await TrainAndEvaluate(succeeds: false);

        Assert.Matches(@"split: given-files +ratings +share", preprocessed.Out);
        Assert.Matches(@"test +0 ", preprocessed.Out);
        evaluated.FailedWith(1, "The dataset has no test part");
        Assert.Contains("--test-file", evaluated.Error, StringComparison.Ordinal);
    }

    private async Task<CliResult> Preprocess(params string[] more) =>
        (
            await Workspace.RunAsync([
                "preprocess",
                "--data-dir",
                trained.Raw,
                "--output-dir",
                workspace.Path("data"),
                .. more,
            ])
        ).Succeeded();

    private async Task<CliResult> TrainAndEvaluate(bool succeeds = true)
    {
        string config = workspace.Write("ease.yaml", "model: ease\nmodel_params:\n  regularization: [20, 100]\n");
        string[] data = ["--data-dir", workspace.Path("data")];
        (
            await Workspace.RunAsync([
                "train",
                .. data,
                "--config-path",
                config,
                "--output-dir",
                workspace.Path("model"),
            ])
        ).Succeeded();
        CliResult result = await Workspace.RunAsync([
            "evaluate",
            .. data,
            "--model-path",
            workspace.Path("model"),
            "--output-dir",
            workspace.Path("report"),
        ]);
        return succeeds ? result.Succeeded() : result;
    }

    private EvaluationReport Report() => workspace.Report("report");
}
