using System.Runtime.Intrinsics;
using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public unsafe class OrderedProbitTests
{
    private static readonly ParallelOptions s_oneThread = new() { MaxDegreeOfParallelism = 1 };

    // Few ratings, so that the posterior is skewed, and one level so rare that the cuts' order matters.
    private static readonly float[] s_ratings = [1, 1, 1, 2, 3, 3, 1, 3, 3, 1];
    private static readonly double[] s_predicted = [-0.5, 0.3, -1.1, 0.2, 0.9, 1.6, 0, 0.1, 0.4, -2];

    [Fact]
    public void Sample_PredictionsHeld_DrawsCutPointsFromTheirPosterior()
    {
        (double Low, double High, double LowSquared, double HighSquared, double Product) expected = Posterior();

        (double[][] cuts, _) = Run(60_000);

        MonteCarlo.AssertMean(expected.Low, cuts[0], "lower cut");
        MonteCarlo.AssertMean(expected.High, cuts[1], "upper cut");
        MonteCarlo.AssertMean(expected.LowSquared, [.. cuts[0].Select(cut => cut * cut)], "lower cut squared");
        MonteCarlo.AssertMean(expected.HighSquared, [.. cuts[1].Select(cut => cut * cut)], "upper cut squared");
        MonteCarlo.AssertMean(expected.Product, [.. cuts[0].Zip(cuts[1], (low, high) => low * high)], "product");
        Assert.All(cuts[0].Zip(cuts[1]), pair => Assert.True(pair.First < pair.Second));
    }

    [Fact]
    public void Sample_PredictionsHeld_MovesMostly()
    {
        (double[][] cuts, _) = Run(5_000);

        double moved = cuts[0].Zip(cuts[0].Skip(1), (one, next) => one == next ? 0.0 : 1).Average();

        Assert.InRange(moved, 0.5, 0.999);
    }

    [Fact]
    public void Sample_PredictionsHeld_DrawsLatentRatingsInTheirLevels()
    {
        (double[][] cuts, double[][] latent) = Run(20_000);

        for (int n = 0; n < s_ratings.Length; n++)
        {
            double[] differences = new double[latent[n].Length];
            for (int draw = 0; draw < differences.Length; draw++)
            {
                double low = s_ratings[n] == 1 ? double.NegativeInfinity : cuts[(int)s_ratings[n] - 2][draw];
                double high = s_ratings[n] == 3 ? double.PositiveInfinity : cuts[(int)s_ratings[n] - 1][draw];
                double z = latent[n][draw];
                Assert.True(low <= z && z <= high);
                differences[draw] = z - s_predicted[n] - MeanBetween(low - s_predicted[n], high - s_predicted[n]);
            }

            MonteCarlo.AssertMean(0, differences, $"latent rating {n}");
        }
    }

    // A flat prior over the cuts' order, summed on a grid.
    private static (double, double, double, double, double) Posterior()
    {
        const int steps = 300;
        var likelihood = new LevelLikelihood(
            new LevelOrder([.. s_ratings.Select(rating => (byte)(rating - 1))]),
            s_oneThread
        );
        double[] places = [.. Enumerable.Range(0, steps).Select(n => -4 + 10 * (n + 0.5) / steps)];
        double total = 0;
        double low = 0;
        double high = 0;
        double lowSquared = 0;
        double highSquared = 0;
        double product = 0;
        for (int n = 0; n < steps; n++)
        {
            // Half of each square on the diagonal lies in order, and the likelihood of a level without room is 0 there.
            for (int m = n + 1; m < steps; m++)
            {
                double density = Math.Exp(likelihood.Log([places[n], places[m]], s_predicted));
                total += density;
                low += density * places[n];
                high += density * places[m];
                lowSquared += density * places[n] * places[n];
                highSquared += density * places[m] * places[m];
                product += density * places[n] * places[m];
            }
        }

        return (low / total, high / total, lowSquared / total, highSquared / total, product / total);
    }

    private static (double[][] Cuts, double[][] Latent) Run(int draws)
    {
        var probit = new OrderedProbit(new Design(s_ratings, []), s_oneThread);
        RatingState[] states = [.. s_predicted.Select(predicted => new RatingState { Error = -predicted })];
        double[][] cuts = [new double[draws], new double[draws]];
        double[][] latent = [.. s_ratings.Select(_ => new double[draws])];
        for (int draw = 0; draw < draws; draw++)
        {
            fixed (RatingState* ratings = states)
            {
                var random = new SequentialRandom(new CounterRandom(6, 2 * draw));
                probit.Sample(ratings, random, new CounterRandom(6, 2 * draw + 1));
            }

            cuts[0][draw] = probit.CutPoints[0];
            cuts[1][draw] = probit.CutPoints[1];
            for (int n = 0; n < latent.Length; n++)
            {
                latent[n][draw] = probit.Latent[n];
            }
        }

        return (cuts, latent);
    }

    private static double MeanBetween(double low, double high) =>
        TruncatedNormal.Mean(LevelIntervals.Between(Vector256.Create(low), Vector256.Create(high))).ToScalar();
}
