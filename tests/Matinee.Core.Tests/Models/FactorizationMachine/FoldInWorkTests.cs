using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class FoldInWorkTests
{
    private const int Size = 3;
    private const int Count = 7;
    private const double Noise = 1.7;

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
            Assert.Equal(mean[k], work.Solution[k], 1e-12);
        }

        Assert.Equal(s_offsets[4] + DenseMatrix.Dot(s_x[4], mean), work.Predict(4), 1e-12);
    }

    [Fact]
    public void SolveMean_TargetsChanged_FollowsThem()
    {
        (double[] mean, double[][] covariance) = Regression();
        FoldInWork work = Prepared();

        work.Targets[2] += 1;
        work.SolveMean();

        double[] change = DenseMatrix.Multiply(covariance, [.. s_x[2].Select(value => Noise * value)]);
        for (int k = 0; k < Size; k++)
        {
            Assert.Equal(mean[k] + change[k], work.Solution[k], 1e-12);
        }
    }

    [Fact]
    public void SolveMean_NoRatings_IsThePriorsMean()
    {
        var work = new FoldInWork(Size, 0);
        s_priorMean.CopyTo(work.PriorMean.AsSpan());
        s_priorPrecision.CopyTo(work.PriorPrecision.AsSpan());
        work.Begin(Noise);
        work.Factor();

        work.SolveMean();

        for (int k = 0; k < Size; k++)
        {
            Assert.Equal(s_priorMean[k], work.Solution[k], 1e-12);
        }
    }

    [Fact]
    public void Scatter_ManyTimes_HasTheRegressionsCovariance()
    {
        const int draws = 100_000;
        (double[] mean, double[][] covariance) = Regression();
        FoldInWork work = Prepared();
        var random = new SequentialRandom(new CounterRandom(62, 1));
        double[][] deviations = [.. Enumerable.Range(0, Size).Select(_ => new double[draws])];
        for (int draw = 0; draw < draws; draw++)
        {
            work.SolveMean();
            work.Scatter(random);
            for (int k = 0; k < Size; k++)
            {
                deviations[k][draw] = work.Solution[k] - mean[k];
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
        s_priorMean.CopyTo(work.PriorMean.AsSpan());
        s_priorPrecision.CopyTo(work.PriorPrecision.AsSpan());
        // What an earlier sample left must not count.
        for (int round = 0; round < 2; round++)
        {
            work.Begin(round == 0 ? 9 : Noise);
            for (int n = 0; n < Count; n++)
            {
                s_x[n].CopyTo(work.Features.AsSpan());
                work.Add(n, s_offsets[n], s_targets[n]);
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
}
