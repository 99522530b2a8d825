using Matinee.Core.Evaluation;
using Matinee.Core.Models;
using Matinee.Core.Models.Blend;

namespace Matinee.Core.Tests.Models.Blend;

public class BlendWeightsTests
{
    [Fact]
    public void Ndcg_RelevantMovieThatIsNoCandidate_CountsInTheIdeal()
    {
        // Hits at ranks 1 and 3 of three relevant movies: (1 + 1/2) / (1 + 1/log₂ 3 + 1/2) = 0.7039.
        BlendQuery query = BlendQueries.OfScores([0.9f, 0.5f, 0.3f, 0.1f], [0, 2], 3);

        Assert.Equal(0.7039, BlendWeights.Ndcg([query], [1]), 4);
        // The other way round the hits are at ranks 2 and 4: (0.6309 + 0.4307) / 2.1309.
        Assert.Equal(0.4982, BlendWeights.Ndcg([query], [-1]), 4);
    }

    [Fact]
    public void Ndcg_SeveralUsers_IsTheMeanOfThoseWithRelevantMovies()
    {
        BlendQuery hit = BlendQueries.OfScores([2, 1], [0], 1);
        BlendQuery outside = BlendQueries.OfScores([2, 1], [], 1);
        BlendQuery without = BlendQueries.OfScores([2, 1], [], 0);

        Assert.Equal(0.5, BlendWeights.Ndcg([hit, outside, without], [1]), 12);
        Assert.Equal(0, BlendWeights.Ndcg([without], [1]));
    }

    [Fact]
    public void Ndcg_DrawnUsers_MatchesSorting()
    {
        double[] weights = [0.7, -0.3];
        BlendQuery[] queries = BlendQueries.Draw(40, 33, weights, noise: 1);

        double sorted = queries.Average(query => SortedNdcg(query, weights));

        Assert.Equal(sorted, BlendWeights.Ndcg(queries, weights), 9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Learn_PlantedWeights_AreRecovered(int bags)
    {
        double[] planted = [0.48, 0.8, -0.36, 0];
        BlendQuery[] queries = BlendQueries.Draw(200, 50, planted, noise: 0.2);

        double[] weights = BlendWeights.Learn(queries, 4, bags, new TrainingContext());

        double cosine = planted.Zip(weights, (p, w) => p * w).Sum() / Math.Sqrt(weights.Sum(w => w * w));
        Assert.True(cosine > 0.99, $"{cosine}");
        Assert.True(BlendWeights.Ndcg(queries, weights) > 0.8);
    }

    [Fact]
    public void Learn_AnyThreadCount_GivesTheSameBits()
    {
        BlendQuery[] queries = BlendQueries.Draw(300, 30, [1, 0.3, 0], noise: 1);

        double[] alone = BlendWeights.Learn(queries, 3, 5, new TrainingContext { MaxThreads = 1 });
        double[] together = BlendWeights.Learn(queries, 3, 5, new TrainingContext { MaxThreads = 7 });

        Assert.Equal(alone, together);
    }

    [Fact]
    public void Learn_OtherSeed_DrawsOtherUsers()
    {
        BlendQuery[] queries = BlendQueries.Draw(100, 30, [1, 0.3, 0], noise: 2);

        Assert.NotEqual(
            BlendWeights.Learn(queries, 3, 2, new TrainingContext { Seed = 1 }),
            BlendWeights.Learn(queries, 3, 2, new TrainingContext { Seed = 2 })
        );
    }

    [Fact]
    public void Learn_NoRelevantCandidates_TakesTheFirstFeatureAlone()
    {
        BlendQuery[] queries = [new([1, 2, 3, 4], [false, false], 3), new([], [], 1)];

        Assert.Equal([1, 0], BlendWeights.Learn(queries, 2, 8, new TrainingContext()));
        Assert.Equal([1, 0], BlendWeights.Learn([], 2, 8, new TrainingContext()));
        Assert.Equal(0, BlendWeights.NestedNdcg(queries, 2, 5, 8, new TrainingContext()));
    }

    [Fact]
    public void Learn_NothingTellsCandidatesApart_TakesTheFirstFeatureAlone()
    {
        BlendQuery single = new([3, -2], [true], 1);
        BlendQuery constant = new([4, 4, 4, 4], [true, false], 1);

        Assert.Equal([1, 0], BlendWeights.Learn([single], 2, 3, new TrainingContext()));
        Assert.Equal([1, 0], BlendWeights.Learn([constant], 2, 3, new TrainingContext()));
    }

    [Fact]
    public void Learn_AnyBags_ReportsProgressToTheEnd()
    {
        var fractions = new List<double>();
        var context = new TrainingContext { MaxThreads = 1, Progress = new Listener(fractions) };

        BlendWeights.Learn(BlendQueries.Draw(20, 10, [1, 0], noise: 1), 2, 4, context);

        Assert.Equal([0, 0.25, 0.5, 0.75, 1], fractions);
    }

    [Fact]
    public void Learn_Cancelled_Ends()
    {
        var context = new TrainingContext { Cancellation = new CancellationToken(true) };

        Assert.Throws<OperationCanceledException>(() =>
            BlendWeights.Learn(BlendQueries.Draw(20, 10, [1, 0], noise: 1), 2, 4, context)
        );
    }

    // Three relevant candidates at random ranks of 40: each of the first ten ranks hits with chance 3/40.
    [Fact]
    public void NestedNdcg_Noise_IsTheLevelOfChance()
    {
        BlendQuery[] queries = BlendQueries.Draw(200, 40, [0, 0, 0, 0, 0, 0, 0, 0], noise: 1);
        double chance = 3.0 / 40 * RankGains.Ndcg(3, 10).Sum();

        double nested = BlendWeights.NestedNdcg(queries, 8, 5, 2, new TrainingContext());
        double flattered = BlendWeights.Ndcg(queries, BlendWeights.Learn(queries, 8, 2, new TrainingContext()));

        Assert.Equal(chance, nested, 0.03);
        Assert.True(flattered > chance + 0.03, $"{flattered} against {chance}");
    }

    // Users 0, 2, 4, ... like the feature high, the others low: weights from one half are the worst for the other half.
    [Fact]
    public void NestedNdcg_FoldsThatDisagree_LearnsFromTheOtherFoldOnly()
    {
        BlendQuery[] queries = [.. Enumerable.Range(0, 20).Select(n => BlendQueries.OfScores([1, 0], [n % 2], 1))];

        Assert.Equal(1 / Math.Log2(3), BlendWeights.NestedNdcg(queries, 1, 2, 2, new TrainingContext()), 9);
    }

    private static double SortedNdcg(BlendQuery query, double[] weights)
    {
        double Score(int n) => weights.Select((weight, f) => weight * query.Features[n * weights.Length + f]).Sum();
        bool[] hits = [.. Enumerable.Range(0, query.Count).OrderByDescending(Score).Select(n => query.IsRelevant[n])];
        return HitMetrics.Ndcg(hits, 10, query.Relevant);
    }

    private sealed class Listener(List<double> fractions) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => fractions.Add(value.Fraction);
    }
}
