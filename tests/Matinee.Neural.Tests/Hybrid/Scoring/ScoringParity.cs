using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Neural.Hybrid.Scoring;

namespace Matinee.Neural.Tests.Hybrid.Scoring;

/// <summary>Core's scores and ratings against libtorch's, in batches and one by one.</summary>
internal sealed class ScoringParity(HybridModel core, TorchHybridModel torch, float tolerance)
{
    /// <returns>How many distinct scores were compared.</returns>
    public int AssertSameScores(UserHistory[] histories)
    {
        var expected = new float[histories.Length * core.ItemCount];
        var actual = new float[expected.Length];
        core.ScoreBatch(histories, expected);
        torch.ScoreBatch(histories, actual);
        AssertNear(expected, actual);
        for (int n = 0; n < histories.Length; n += 7)
        {
            var alone = new float[core.ItemCount];
            torch.Score(histories[n], alone);
            AssertNear(expected.AsSpan(n * core.ItemCount, core.ItemCount), alone);
        }

        return expected.Distinct().Count();
    }

    /// <summary>All movies for the first history, one fewer for the next, and so on.</summary>
    /// <returns>How many distinct ratings were compared.</returns>
    public int AssertSameRatings(UserHistory[] histories)
    {
        int[] counts = [.. Enumerable.Range(0, histories.Length).Select(n => core.ItemCount - n % core.ItemCount)];
        int[] items = [.. counts.SelectMany(count => Enumerable.Range(0, count).Reverse())];
        var expected = new RatingPrediction[items.Length];
        var actual = new RatingPrediction[items.Length];
        ((IRatingPredictor)core).PredictBatch(histories, counts, items, expected);
        torch.PredictBatch(histories, counts, items, actual);
        AssertNear(Means(expected), Means(actual));
        torch.Predict(histories[0], items.AsSpan(0, counts[0]), actual);
        AssertNear(Means(expected[..counts[0]]), Means(actual[..counts[0]]));
        return Means(expected).Distinct().Count();
    }

    private static float[] Means(RatingPrediction[] predictions) => [.. predictions.Select(rating => rating.Mean)];

    private void AssertNear(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        for (int n = 0; n < expected.Length; n++)
        {
            Assert.Equal(expected[n], actual[n], tolerance * Math.Max(1, Math.Abs(expected[n])));
        }
    }
}
