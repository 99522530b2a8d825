using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class LevelLikelihoodTests
{
    private const double Step = 1e-5;
    private static readonly double[] s_cuts = [-1.2, -0.1, 0.05, 1.4];

    // Two levels at 0.7: log Φ(c − p) below, log Φ(p − c) above.
    [Fact]
    public void Log_TwoRatings_IsByHand()
    {
        var likelihood = Of([0, 1]);

        // log Φ(0.7 − 0.2) + log Φ(1.7 − 0.7) = log 0.69146 + log 0.84134
        Assert.Equal(
            Math.Log(0.6914624612740131) + Math.Log(0.84134474606854295),
            likelihood.Log([0.7], [0.2, 1.7]),
            1e-14
        );
    }

    [Fact]
    public void Log_TopLevelFarAboveTheCuts_KeepsItsDigits() =>
        // log Φ(−20): 1 − Φ(20) would be 0.
        Assert.Equal(Math.Log(2.7536241186062337e-89), Of([1]).Log([20], [0]), 1e-8);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Gradient_AnyCuts_IsTheSlopeOfTheLog(double scatter)
    {
        (LevelLikelihood likelihood, double[] predicted) = Simulate(500, scatter);

        LevelCurvature curvature = likelihood.CurvatureAt(s_cuts, predicted);

        for (int k = 0; k < s_cuts.Length; k++)
        {
            double slope =
                (likelihood.Log(Moved(k, Step), predicted) - likelihood.Log(Moved(k, -Step), predicted)) / (2 * Step);
            Assert.Equal(slope, curvature.Gradient[k], 1e-4 * Math.Max(1, Math.Abs(slope)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Hessian_AnyCuts_IsTheSlopeOfTheGradient(double scatter)
    {
        (LevelLikelihood likelihood, double[] predicted) = Simulate(500, scatter);

        LevelCurvature curvature = likelihood.CurvatureAt(s_cuts, predicted);

        for (int k = 0; k < s_cuts.Length; k++)
        {
            double[] above = likelihood.CurvatureAt(Moved(k, Step), predicted).Gradient;
            double[] below = likelihood.CurvatureAt(Moved(k, -Step), predicted).Gradient;
            for (int other = 0; other < s_cuts.Length; other++)
            {
                double expected = -(above[other] - below[other]) / (2 * Step);
                double actual =
                    other == k ? curvature.Diagonal[k]
                    : Math.Abs(other - k) == 1 ? curvature.Beside[Math.Min(k, other)]
                    : 0;
                Assert.Equal(expected, actual, 1e-6 * Math.Max(1, Math.Abs(expected)));
            }
        }
    }

    [Fact]
    public void Everything_AnyNumberOfThreads_IsTheSame()
    {
        (LevelLikelihood alone, double[] predicted) = Simulate(40_000, 1);
        (LevelLikelihood shared, _) = Simulate(40_000, 1, threads: 4);

        Assert.Equal(alone.Log(s_cuts, predicted), shared.Log(s_cuts, predicted));
        Assert.Equal(alone.CurvatureAt(s_cuts, predicted).Gradient, shared.CurvatureAt(s_cuts, predicted).Gradient);
        Assert.Equal(alone.CurvatureAt(s_cuts, predicted).Diagonal, shared.CurvatureAt(s_cuts, predicted).Diagonal);
    }

    private static double[] Moved(int cut, double by) =>
        [.. s_cuts.Select((value, k) => k == cut ? value + by : value)];

    private static LevelLikelihood Of(byte[] levelOf, int threads = 1) =>
        new(new LevelOrder(levelOf), new ParallelOptions { MaxDegreeOfParallelism = threads });

    private static (LevelLikelihood Likelihood, double[] Predicted) Simulate(int count, double scatter, int threads = 1)
    {
        var random = new CounterRandom(8, 1);
        byte[] levels = [.. Enumerable.Range(0, count).Select(n => (byte)random.Below(5, n))];
        double[] predicted = [.. Enumerable.Range(0, count).Select(n => scatter * random.Normal(count + n))];
        return (Of(levels, threads), predicted);
    }
}
