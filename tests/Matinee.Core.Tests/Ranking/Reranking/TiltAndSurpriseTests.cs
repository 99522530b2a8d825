using Matinee.Core.Catalog;
using Matinee.Core.Ranking;
using Matinee.Core.Ranking.Reranking;
using Matinee.Core.Ranking.Similarity;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Ranking.Reranking;

public class TiltAndSurpriseTests
{
    [Fact]
    public void Fame_Counts_AreLogarithmsOverTheLargest()
    {
        var space = new RankingSpace(SmallCatalog.Random(4, seed: 1), SmallCatalog.Popularity(0, 1, 3, 7));

        Assert.Equal([0, 1 / 3.0, 2 / 3.0, 1], space.Fame.ToArray().Select(fame => Math.Round(fame, 6)), Near);
    }

    [Theory]
    [InlineData(1, new[] { 9f, 5f, 4f, 0f })]
    [InlineData(-0.5, new[] { 9f, 3.5f, 1f, 0f })]
    public void Tilt_AnyStrength_MovesScoresByFameTimesThePoolsRange(double strength, float[] expected)
    {
        // The best score is excluded; the pool is the next two, 4 and 2: a range of 2.
        float[] scores = [9, 4, 2, 0];

        PopularityTilt.Apply(scores, leftOut: [1], [0, 0.5f, 1, 0], strength, poolSize: 2);

        Assert.Equal(expected, scores);
    }

    [Fact]
    public void Tilt_EqualScores_ChangesNothing()
    {
        float[] scores = [3, 3, 3];

        PopularityTilt.Apply(scores, leftOut: [0], [0, 0.5f, 1], 1, poolSize: 10);

        Assert.Equal([3, 3, 3], scores);
    }

    [Fact]
    public void Unexpectedness_ComedyFan_IsGreatestForTheOtherTaste()
    {
        // Genres alone. A history of two comedies and a war drama: a comedy has likeness 2/3, a war drama 1/3.
        var similarity = new ItemSimilarity(
            TinyWorld.Items,
            new WeightedKernel(new GenreKernel(new GenreSpace(TinyWorld.Catalog)), 1)
        );

        Assert.Equal([0, 1], Unexpectedness.Of(similarity, [0, 1, 5], [2, 6]));
        Assert.Equal([1, 0], Unexpectedness.Of(similarity, [0, 6, 5], [2, 7]));
    }

    [Fact]
    public void Unexpectedness_NoHistoryOrNoDifference_IsNothing()
    {
        ItemSimilarity similarity = ItemSimilarity.OfCatalog(TinyWorld.Catalog);

        Assert.Equal([0, 0], Unexpectedness.Of(similarity, [], [2, 6]));
        Assert.Equal([0], Unexpectedness.Of(similarity, [1], [2]));
        Assert.Empty(Unexpectedness.Of(similarity, [1], []));
    }

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-5;
}
