using Matinee.Core.Catalog;
using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking.Controls;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Evaluation;

public class RankingEvaluatorTests
{
    // User 0 knows items 0 and 1 and is to find 3 and 9; user 1 knows item 9 and has nothing to find.
    private static readonly RankingTask Task = new()
    {
        Histories = new InteractionMatrix([0, 2, 3], [0, 1, 9], [4, 4, 4], [1, 2, 3], TinyWorld.Items),
        Relevant = new InteractionMatrix([0, 2, 2], [3, 9], [4, 4], [4, 5], TinyWorld.Items),
        Catalog = TinyWorld.Catalog,
        Cutoffs = [2, 5],
    };

    [Fact]
    public void Evaluate_EqualScores_PutLowerIndicesFirstAndLeaveKnownItemsOut()
    {
        RankingResult result = new RankingEvaluator(Task).Evaluate(new FixedRanker(TinyWorld.Items, _ => 1));

        Assert.Equal([0], result.Users);
        Assert.Equal([2, 3, 4, 5, 6], result.Lists[0].Select(scored => scored.Item));
    }

    [Fact]
    public void Evaluate_KnownOrder_MatchesTheHandWorkedMetrics()
    {
        // Candidates 2..9 by falling index: 9 8 7 6 5; the relevant 9 is first, 3 is beyond the list.
        RankingResult result = new RankingEvaluator(Task).Evaluate(new FixedRanker(TinyWorld.Items, item => item));

        Assert.Equal(0.5, result.Mean(RankingMetric.Precision, 2));
        Assert.Equal(0.5, result.Mean(RankingMetric.Recall, 5));
        Assert.Equal(1 / (1 + (1 / Math.Log2(3))), result.Mean(RankingMetric.Ndcg, 5), 1e-12);
        Assert.Equal(1, result.Mean(RankingMetric.Mrr, 5));
        Assert.Equal(0.5, result.Coverage(5));
        // Items 8 and 9 share both their genres; nobody of two users knows 8, one knows 9: both count as one rating.
        Assert.Equal(0, result.Mean(RankingMetric.Diversity, 2), 1e-12);
        Assert.Equal(1, result.Mean(RankingMetric.Novelty, 2), 1e-12);
    }

    [Fact]
    public void Evaluate_AnyBatchSizeAndThreadCount_GivesTheSameValues()
    {
        var task = new RankingTask
        {
            Histories = TinyWorld.Ratings,
            Relevant = TinyWorld.Ratings,
            Catalog = TinyWorld.Catalog,
            Cutoffs = [5],
        };
        var ranker = new FixedRanker(TinyWorld.Items, item => item % 3);

        RankingResult whole = new RankingEvaluator(task).Evaluate(ranker, batchSize: 100, maxThreads: 1);
        RankingResult pieces = new RankingEvaluator(task).Evaluate(ranker, batchSize: 1, maxThreads: 4);

        Assert.Equal(
            whole.PerUser(RankingMetric.Novelty, 5).ToArray(),
            pieces.PerUser(RankingMetric.Novelty, 5).ToArray()
        );
        Assert.Equal(whole.Lists.SelectMany(list => list), pieces.Lists.SelectMany(list => list));
    }

    [Fact]
    public void Evaluate_WithControlsAtAnyThreadCount_GivesTheSameLists()
    {
        var task = new RankingTask
        {
            Histories = TinyWorld.Ratings,
            Relevant = TinyWorld.Ratings,
            Catalog = TinyWorld.Catalog,
            Cutoffs = [5],
        };
        var controls = new RankingControls
        {
            Diversity = 0.5,
            Calibration = 0.2,
            Popularity = -0.3,
            Serendipity = 0.2,
        };
        var ranker = new FixedRanker(TinyWorld.Items, item => item);

        RankingResult whole = new RankingEvaluator(task).Evaluate(ranker, 100, maxThreads: 1, controls);
        RankingResult pieces = new RankingEvaluator(task).Evaluate(ranker, 1, maxThreads: 4, controls);
        RankingResult plain = new RankingEvaluator(task).Evaluate(ranker);

        Assert.Equal(whole.Lists.SelectMany(list => list), pieces.Lists.SelectMany(list => list));
        Assert.NotEqual(whole.Lists.SelectMany(list => list), plain.Lists.SelectMany(list => list));
    }

    [Fact]
    public void Diversity_OneSharedGenreOfOneAndTwo_IsOneMinusCosine()
    {
        // Item 0 is a comedy, items 5 and 6 are war dramas: distances 1, 1 and 0.
        Assert.Equal(2.0 / 3, new GenreSpace(TinyWorld.Catalog).Diversity([0, 5, 6]), 1e-12);
    }
}
