using Matinee.Core.Models;
using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class LevelForecastTests
{
    // Two samples: noise of half a star in one, of one star in the other.
    [Fact]
    public void Of_Stars_AveragesSamplesAndAddsTheNoise()
    {
        PosteriorSamples posterior = Posterior([4, 1], cuts: [1.5f, 1.5f, 2.5f, 2.5f]);
        var probabilities = new float[3];

        RatingPrediction prediction = new LevelForecast(posterior, probit: false).Of([1, 3], probabilities);

        double upToOne = (Phi((1.5 - 1) * 2) + Phi(1.5 - 3)) / 2;
        double upToTwo = (Phi((2.5 - 1) * 2) + Phi(2.5 - 3)) / 2;
        Assert.Equal(2, prediction.Mean, 1e-6);
        // 1 between the samples, (¼ + 1) / 2 within.
        Assert.Equal(Math.Sqrt(1 + 0.625), prediction.StandardDeviation!.Value, 1e-6);
        AssertEqual([upToOne, upToTwo - upToOne, 1 - upToTwo], probabilities);
    }

    [Theory]
    [InlineData(-2, 1)]
    [InlineData(1.25, 1.25)]
    [InlineData(9, 3)]
    public void Of_StarsBeyondTheScale_AreClamped(float predicted, float expected)
    {
        PosteriorSamples posterior = Posterior([1, 1], cuts: [1.5f, 1.5f, 2.5f, 2.5f]);

        RatingPrediction prediction = new LevelForecast(posterior, probit: false).Of(
            [predicted, predicted],
            new float[3]
        );

        Assert.Equal(expected, prediction.Mean);
    }

    // Each sample has cut-points of its own.
    [Fact]
    public void Of_LatentTastes_AreLevelsByTheirCutPoints()
    {
        PosteriorSamples posterior = Posterior([1, 1], cuts: [-1, -0.5f, 0.25f, 2]);
        var probabilities = new float[3];

        RatingPrediction prediction = new LevelForecast(posterior, probit: true).Of([0.5f, 1], probabilities);

        double upToOne = (Phi(-1 - 0.5) + Phi(-0.5 - 1)) / 2;
        double upToTwo = (Phi(0.25 - 0.5) + Phi(2 - 1)) / 2;
        double[] expected = [upToOne, upToTwo - upToOne, 1 - upToTwo];
        double mean = expected[0] + 2 * expected[1] + 3 * expected[2];
        AssertEqual(expected, probabilities);
        Assert.Equal(mean, prediction.Mean, 1e-5);
        Assert.Equal(
            Math.Sqrt(expected[0] + 4 * expected[1] + 9 * expected[2] - mean * mean),
            prediction.StandardDeviation!.Value,
            1e-5
        );
    }

    private static PosteriorSamples Posterior(float[] noises, float[] cuts)
    {
        var posterior = new PosteriorSamples(
            new PosteriorShape
            {
                Users = 0,
                Movies = 0,
                RatedMovies = 0,
                Rank = 0,
                Samples = 2,
                Levels = [1, 2, 3],
                DayNumbers = [],
            }
        );
        noises.CopyTo(posterior.Noises.AsSpan());
        cuts.CopyTo(posterior.CutPoints.AsSpan());
        return posterior;
    }

    private static double Phi(double x) => NormalDistribution.Cumulative(x);

    private static void AssertEqual(double[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int k = 0; k < expected.Length; k++)
        {
            Assert.Equal(expected[k], actual[k], 1e-6);
        }
    }
}
