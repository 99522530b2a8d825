using System.Runtime.Intrinsics;
using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class FoldInWorkTests
{
    private const int Size = 3;
    private const int Count = 7;
    private const double Noise = 1.7;

    // The others hold other problems.
    private const int Lane = 2;

    private static readonly double[] s_priorMean = [0.3, -0.2, 0.5];
    private static readonly double[] s_priorPrecision = [2, 0.8, 5];
    private static readonly CounterRandom s_random = new(61, 1);
    private static readonly double[][] s_x =
    [
        .. Enumerable.Range(0, Count).Select(n => new[] { 1, s_random.Normal(10 * n), s_random.Normal(10 * n + 1) }),
    ];
    private static readonly double[] s_offsets = [.. Enumerable.Range(0, Count).Select(n => s_random.Normal(100 + n))];
    private static readonly double[] s_targets =
    [
        .. Enumerable.Range(0, Count).Select(n => 3 + s_random.Normal(200 + n)),
    ];

    [Fact]
    public void SolveMean_AnyRatings_IsTheRegressionsMean()
    {
        (double[] mean, _) = Regression();
        FoldInWork work = Prepared();

        work.SolveMean();

        for (int k = 0; k < Size; k++)
        {
            Assert.Equal(mean[k], work.Solution[k][Lane], 1e-12);
        }

        Assert.Equal(s_offsets[4] + DenseMatrix.Dot(s_x[4], mean), work.Predict(4)[Lane], 1e-12);
    }

    [Fact]
    public void SolveMean_TargetsChanged_FollowsThem()
    {
        (double[] mean, double[][] covariance) = Regression();
        FoldInWork work = Prepared();

        work.Targets[2] += Vector256.Create(9.0).WithElement(Lane, 1);
        work.SolveMean();

        double[] change = DenseMatrix.Multiply(covariance, [.. s_x[2].Select(value => Noise * value)]);
        for (int k = 0; k < Size; k++)
        {
            Assert.Equal(mean[k] + change[k], work.Solution[k][Lane], 1e-12);
        }
    }

    [Fact]
    public void SolveMean_NoRatings_IsThePriorsMean()
    {
        var work = new FoldInWork(Size, 0);
        Spread(s_priorMean, work.PriorMean);
        Spread(s_priorPrecision, work.PriorPrecision);
        work.Begin(Vector256.Create(Noise));
        work.Factor();

        work.SolveMean();

        for (int k = 0; k < Size; k++)
        {
            Assert.Equal(s_priorMean[k], work.Solution[k][Lane], 1e-12);
        }
    }

    [Fact]
    public void Scatter_ManyTimes_HasTheRegressionsCovariance()
    {
        const int draws = 100_000;
        (double[] mean, double[][] covariance) = Regression();
        FoldInWork work = Prepared();
        LaneRandom random = Random();
        double[][] deviations = [.. Enumerable.Range(0, Size).Select(_ => new double[draws])];
        for (int draw = 0; draw < draws; draw++)
        {
            work.SolveMean();
            work.Scatter(random);
            for (int k = 0; k < Size; k++)
            {
                deviations[k][draw] = work.Solution[k][Lane] - mean[k];
            }
        }

        for (int k = 0; k < Size; k++)
        {
            MonteCarlo.AssertMean(0, deviations[k], $"mean {k}");
            for (int l = 0; l <= k; l++)
            {
                double[] products = [.. deviations[k].Zip(deviations[l], (one, other) => one * other)];
                MonteCarlo.AssertMean(covariance[k][l], products, $"covariance {k}, {l}");
            }
        }
    }

    private static FoldInWork Prepared()
    {
        var work = new FoldInWork(Size, Count);
        Spread(s_priorMean, work.PriorMean);
        Spread(s_priorPrecision, work.PriorPrecision);
        // What an earlier sample left must not count.
        for (int round = 0; round < 2; round++)
        {
            work.Begin(Vector256.Create(round == 0 ? 9 : Noise));
            for (int n = 0; n < Count; n++)
            {
                Spread(s_x[n], work.Features);
                work.Add(n, Vector256.Create(s_offsets[n]), Vector256.Create(-5.0).WithElement(Lane, s_targets[n]));
            }

            work.Factor();
        }

        return work;
    }

    // Λ = diag λ + α Xᵀ X, mean Λ⁻¹ (λ μ + α Xᵀ (targets − offsets)).
    private static (double[] Mean, double[][] Covariance) Regression()
    {
        double[][] precision =
        [
            .. Enumerable
                .Range(0, Size)
                .Select(k =>
                    Enumerable
                        .Range(0, Size)
                        .Select(l => Noise * s_x.Sum(x => x[k] * x[l]) + (k == l ? s_priorPrecision[k] : 0))
                        .ToArray()
                ),
        ];
        double[] right =
        [
            .. Enumerable
                .Range(0, Size)
                .Select(k =>
                    s_priorPrecision[k] * s_priorMean[k]
                    + Noise * s_x.Select((x, n) => x[k] * (s_targets[n] - s_offsets[n])).Sum()
                ),
        ];
        (double[][] covariance, _) = DenseMatrix.Invert(precision);
        return (DenseMatrix.Multiply(covariance, right), covariance);
    }

    private static void Spread(double[] values, Vector256<double>[] target)
    {
        for (int k = 0; k < values.Length; k++)
        {
            target[k] = Vector256.Create(values[k] + 1).WithElement(Lane, values[k]);
        }
    }

    private static LaneRandom Random()
    {
        return new LaneRandom(Stream(1), Stream(2), Stream(3), Stream(4));

        static SequentialRandom Stream(long stream) => new(new CounterRandom(62, stream));
    }
}
