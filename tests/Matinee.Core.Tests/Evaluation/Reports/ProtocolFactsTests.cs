using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking.Controls;

namespace Matinee.Core.Tests.Evaluation.Reports;

/// <summary>The protocol hash: equal where two evaluations ask the same, whatever answers.</summary>
public class ProtocolFactsTests
{
    private static readonly EvaluationOptions Options = TinyEvaluation.Options;
    private static readonly ModelEvaluation Evaluation = TinyEvaluation.Run();

    public static TheoryData<string, EvaluationOptions> OtherQuestions =>
        new()
        {
            { "relevance", Options with { MinRating = 3 } },
            { "cutoffs", Options with { Cutoffs = [1, 4] } },
            { "negatives", Options with { SampledNegatives = 2 } },
        };

    public static TheoryData<string, EvaluationOptions> OtherAnswers =>
        new()
        {
            { "diversity", Options with { Controls = new RankingControls { Diversity = 0.3 } } },
            { "resamples", Options with { Resamples = 200 } },
            { "the bootstrap's seed", Options with { Seed = 7 } },
            { "batches", Options with { BatchSize = 1 } },
            { "explanations", Options with { FaithfulnessCases = 0 } },
            { "the trade-off", Options with { Pareto = true } },
        };

    [Theory]
    [MemberData(nameof(OtherQuestions))]
    public void Hash_AnotherQuestion_IsAnother(string what, EvaluationOptions options)
    {
        Assert.False(Hash(Evaluation) == Hash(TinyEvaluation.Run(options)), $"{what} should change the hash");
    }

    [Theory]
    [MemberData(nameof(OtherAnswers))]
    public void Hash_SameQuestion_IsTheSame(string what, EvaluationOptions options)
    {
        Assert.True(Hash(Evaluation) == Hash(TinyEvaluation.Run(options)), $"{what} should not change the hash");
    }

    [Fact]
    public void Hash_SampleOfAnotherSeed_IsAnother()
    {
        EvaluationOptions sampled = Options with { SampledNegatives = 2 };

        string hash = Hash(TinyEvaluation.Run(sampled));

        Assert.Equal(hash, Hash(TinyEvaluation.Run(sampled with { BatchSize = 1 })));
        Assert.NotEqual(hash, Hash(TinyEvaluation.Run(sampled with { Seed = 7 })));
        Assert.NotEqual(hash, Hash(TinyEvaluation.Run(sampled with { SampledNegatives = 3 })));
    }

    [Fact]
    public void Hash_OtherFiles_AreAnother()
    {
        EvaluationTask task = TinyEvaluation.NewPeople;
        string hash = Hash(TinyEvaluation.Run(task));

        string renamed = Hash(
            TinyEvaluation.Run(task with { Files = [.. task.Files.Select(file => file with { Name = "other.csv" })] })
        );
        string changed = Hash(
            TinyEvaluation.Run(task with { Files = [task.Files[0], new SourceFile("test.csv", 20, "cc")] })
        );

        Assert.Equal(64, hash.Length);
        Assert.Equal(hash, renamed);
        Assert.NotEqual(hash, changed);
        Assert.NotEqual(hash, Hash(Evaluation));
    }

    [Fact]
    public void Hash_OtherDatasetOrProtocol_IsAnother()
    {
        Dataset dataset = Evaluation.Dataset;
        Assert.NotEqual(
            Hash(Evaluation),
            Hash(Evaluation with { Dataset = dataset with { Manifest = dataset.Manifest with { Hash = "other" } } })
        );
        Assert.NotEqual(
            Hash(Evaluation),
            Hash(Evaluation with { Task = Evaluation.Task with { Protocol = "random" } })
        );
    }

    [Fact]
    public void Of_SampledRanking_SaysSo()
    {
        ProtocolFacts full = Facts(Evaluation);
        ProtocolFacts sampled = Facts(TinyEvaluation.Run(Options with { SampledNegatives = 2 }));

        Assert.Equal((ProtocolFacts.FullRanking, false), (full.Ranking, full.IsSampled));
        Assert.Equal(("sampled (2 negatives)", true), (sampled.Ranking, sampled.IsSampled));
        Assert.Null(full.Files);
    }

    private static ProtocolFacts Facts(ModelEvaluation evaluation) => EvaluationReport.From(evaluation).Protocol;

    private static string Hash(ModelEvaluation evaluation) => Facts(evaluation).Hash!;
}
