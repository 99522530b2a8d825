using Matinee.Core.Catalog;
using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Evaluation;

/// <summary>Rankings of chosen candidates, and of drawn ones.</summary>
public class CandidateRankingTests
{
    private const int Items = 60;

    // User 0 knows 0 and 1 and is to find 3 and 9; user 1 knows 4 and is to find 5.
    private static readonly RankingTask Cold = new()
    {
        Histories = Matrices.Of(TinyWorld.Items, [0, 1], [4]),
        Relevant = Matrices.Of(TinyWorld.Items, [3, 9], [5]),
        Catalog = TinyWorld.Catalog,
        Candidates = [1, 3, 5, 8, 9],
        Cutoffs = [2, 5],
    };

    private static readonly RankingTask Sampled = new()
    {
        Histories = Matrices.Of(Items, [.. Enumerable.Range(0, 40).Select(user => Every(user % 7))]),
        Relevant = Matrices.Of(Items, [.. Enumerable.Range(0, 40).Select(user => Every((user + 3) % 7, to: 30))]),
        Catalog = Catalog(Items),
        Negatives = new SampledNegatives(12, Seed: 5),
        Cutoffs = [5, Items],
    };

    [Fact]
    public void Evaluate_Candidates_ListsThemAloneWithoutSeenOnes()
    {
        RankingResult result = new RankingEvaluator(Cold).Evaluate(new FixedRanker(TinyWorld.Items, item => item));

        Assert.Equal([9, 8, 5, 3], result.Lists[0].Select(scored => scored.Item));
        Assert.Equal([9, 8, 5, 3, 1], result.Lists[1].Select(scored => scored.Item));
        // User 0: 9 beats 8 and 5, 3 neither; user 1: 5 beats 3 and 1 of four others.
        Assert.Equal([0.5, 0.5], result.PerUser(RankingMetric.Auc, 2).ToArray());
        // User 0 finds one of two in two; user 1 nothing.
        Assert.Equal(0.25, result.Mean(RankingMetric.Recall, 2), 1e-12);
        // Top 2 hold 9 and 8, of five candidates.
        Assert.Equal(0.4, result.Coverage(2), 1e-12);
    }

    [Fact]
    public void Evaluate_EqualScoresOfAllCandidates_AreNoList()
    {
        RankingResult result = new RankingEvaluator(Cold).Evaluate(
            new FixedRanker(TinyWorld.Items, item => Cold.Candidates!.Contains(item) ? 0 : item)
        );

        Assert.All(result.Lists, Assert.Empty);
        Assert.Equal([0.5, 0.5], result.PerUser(RankingMetric.Auc, 2).ToArray());
        Assert.Equal(0, result.Mean(RankingMetric.Ndcg, 5));
    }

    [Fact]
    public void Evaluate_UncoveredCandidates_AreNeverListedAndCountAsLast()
    {
        // The model covers 0 to 5: neither 8 nor 9, of which 9 is relevant to user 0.
        RankingResult result = new RankingEvaluator(Cold).Evaluate(new FixedRanker(6, item => item));

        Assert.Equal([5, 3], result.Lists[0].Select(scored => scored.Item));
        Assert.Equal([5, 3, 1], result.Lists[1].Select(scored => scored.Item));
        // User 0: 3 beats 8 of 5 and 8, 9 ties with 8 alone: 1.5 / 4. User 1: 5 beats 1, 3, 8 and 9.
        Assert.Equal([0.375, 1], result.PerUser(RankingMetric.Auc, 2).ToArray());
        Assert.Equal(0.5, result.PerUser(RankingMetric.Recall, 5)[0]);
    }

    [Fact]
    public void Evaluate_CandidatesBeyondAllModels_GiveEmptyListsAndChance()
    {
        RankingResult result = new RankingEvaluator(Cold with { Candidates = [8, 9] }).Evaluate(
            new FixedRanker(6, item => item)
        );

        Assert.Empty(result.Lists[0]);
        Assert.Equal(0, result.Mean(RankingMetric.Ndcg, 5));
        Assert.Equal(0.5, result.PerUser(RankingMetric.Auc, 5)[0]);
    }

    [Fact]
    public void Evaluate_SampledNegatives_RanksTheRelevantAmongAsManyAsAsked()
    {
        RankingResult result = new RankingEvaluator(Sampled).Evaluate(new FixedRanker(Items, item => -item));

        foreach ((int row, int user) in result.Users.Index())
        {
            int[] listed = [.. result.Lists[row].Select(scored => scored.Item)];
            int[] relevant = Sampled.Relevant.RowColumns(user).ToArray();
            Assert.Equal(relevant, listed.Intersect(relevant).Order());
            Assert.Equal(relevant.Length + 12, listed.Length);
            Assert.Empty(listed.Intersect(Sampled.Histories.RowColumns(user).ToArray()));
            Assert.Equal(1, result.PerUser(RankingMetric.Recall, Items)[row]);
        }
    }

    [Fact]
    public void Evaluate_SampledNegatives_AreTheSameForEveryModelBatchAndThreadCount()
    {
        var evaluator = new RankingEvaluator(Sampled);

        string[] drawn = Drawn(evaluator.Evaluate(new FixedRanker(Items, item => item), 1, maxThreads: 1));

        Assert.Equal(drawn, Drawn(evaluator.Evaluate(new FixedRanker(Items, item => -item), 100, maxThreads: 4)));
        Assert.Equal(drawn, Drawn(new RankingEvaluator(Sampled).Evaluate(new FixedRanker(Items, item => item % 3))));
        Assert.NotEqual(
            drawn,
            Drawn(
                new RankingEvaluator(Sampled with { Negatives = new SampledNegatives(12, Seed: 6) }).Evaluate(
                    new FixedRanker(Items, item => item)
                )
            )
        );
        // Users have draws of their own: with equal histories two rows differ.
        Assert.NotEqual(drawn[0], drawn[7]);
    }

    [Fact]
    public void Evaluate_SampledNegativesOfEqualScores_PutLowerIndicesFirst()
    {
        RankingResult result = new RankingEvaluator(Sampled).Evaluate(new FixedRanker(Items, _ => 1));

        Assert.All(
            result.Lists,
            list => Assert.Equal(list.Select(scored => scored.Item).Order(), list.Select(scored => scored.Item))
        );
        Assert.Equal(0.5, result.Mean(RankingMetric.Auc, 5), 1e-12);
    }

    [Fact]
    public void Evaluate_MoreNegativesThanThereAre_EqualsTheFullRanking()
    {
        var ranker = new FixedRanker(Items, item => (item * 31) % 17);

        RankingResult all = new RankingEvaluator(
            Sampled with
            {
                Negatives = new SampledNegatives(1000, Seed: 5),
            }
        ).Evaluate(ranker);
        RankingResult full = new RankingEvaluator(Sampled with { Negatives = null }).Evaluate(ranker);

        Assert.Equal(full.Lists.SelectMany(list => list), all.Lists.SelectMany(list => list));
        foreach (RankingMetric metric in Enum.GetValues<RankingMetric>())
        {
            Assert.Equal(full.PerUser(metric, 5).ToArray(), all.PerUser(metric, 5).ToArray());
        }
    }

    [Fact]
    public void Evaluate_RelevantBeyondTheCatalogue_CountsAndIsNotFound()
    {
        var task = Cold with { Relevant = Matrices.Of(TinyWorld.Items + 2, [9, 11], []), Candidates = null };

        RankingResult result = new RankingEvaluator(task).Evaluate(new FixedRanker(TinyWorld.Items, item => item));

        Assert.Equal(0.5, result.Mean(RankingMetric.Recall, 5));
        // 9 beats the seven others, 11 none.
        Assert.Equal(0.5, result.Mean(RankingMetric.Auc, 5), 1e-12);
        Assert.DoesNotContain(result.Lists[0], scored => scored.Item >= TinyWorld.Items);
    }

    private static string[] Drawn(RankingResult result) =>
        [.. result.Lists.Select(list => string.Join(' ', list.Select((ScoredItem scored) => scored.Item).Order()))];

    private static int[] Every(int from, int to = Items) =>
        [.. Enumerable.Range(0, Items).Where(item => item % 7 == from && item < to)];

    private static MovieCatalog Catalog(int items) =>
        new(
            [
                .. Enumerable
                    .Range(0, items)
                    .Select(item => new Movie
                    {
                        Id = new ItemId(item + 1),
                        Title = $"Movie {item}",
                        Genres = [],
                    }),
            ],
            items
        );
}
