using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class GibbsChainPosteriorTests
{
    private static readonly ParallelOptions s_oneThread = new() { MaxDegreeOfParallelism = 1 };

    [Fact]
    public void Sweep_RankZeroOneBlock_SamplesTheExactPosterior()
    {
        int[] userOf = [0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 3];
        float[] ratings = [1.2f, 0.4f, 0.9f, -0.7f, -0.2f, -1.1f, 2.1f, 1.4f, 0.3f, -0.4f, 0.1f, 0.6f];
        var expected = new LinearPosterior(userOf, ratings);
        var block = new BlockBuilder(4, userOf);
        block.AddIdentity("id");
        using var chain = new GibbsChain(
            new Design(ratings, [block.Build()]),
            0,
            RatingLikelihood.Gaussian,
            3,
            s_oneThread
        );

        double[][] draws = Run(
            chain,
            100_000,
            () =>
                [
                    Math.Log(chain.Noise),
                    Math.Log(chain.Parameters[0].WeightPriors[0].Precision),
                    chain.Intercept,
                    chain.Parameters[0].WeightPriors[0].Mean,
                    .. chain.Parameters[0].Weights,
                ],
            every: 5
        );

        double[] means =
        [
            expected.LogNoise,
            expected.LogPrecision,
            expected.Intercept,
            expected.PriorMean,
            .. expected.Weights,
        ];
        for (int n = 0; n < means.Length; n++)
        {
            Assert.InRange(MonteCarlo.StandardError(draws[n]), 0, 0.02);
            MonteCarlo.AssertMean(means[n], draws[n], $"unknown {n}");
        }
    }

    // Given α, λ and μ the weights are a Bayesian linear regression's, N(A⁻¹ b, A⁻¹); over the sweeps both sides have to meet.
    [Fact]
    public void Sweep_RankZeroAllBlocks_IsBayesianLinearRegressionGivenItsPriors()
    {
        Design design = RichDesign.Create(
            new FactorizationMachineOptions { UseRatingUsers = false, UseTags = false },
            density: 0.15
        );
        double[][] x = [.. ExpandedDesign.Of(design).Select(row => (double[])[1, .. row])];
        int count = x[0].Length;
        using var chain = new GibbsChain(design, 0, RatingLikelihood.Gaussian, 9, s_oneThread);

        double[][] draws = Run(chain, 1_000, Deviations, burnIn: 200, every: 2);

        for (int j = 0; j < count; j++)
        {
            MonteCarlo.AssertMean(0, draws[j], $"mean of weight {j}");
            MonteCarlo.AssertMean(1, draws[count + j], $"variance of weight {j}");
        }

        // (w − A⁻¹ b)ᵀ A (w − A⁻¹ b) is χ² of as many degrees as there are weights.
        MonteCarlo.AssertMean(count, draws[2 * count], "squared distance");

        double[] Deviations()
        {
            (double[] means, double[] deviations, double[][] precision) = Regression(design, x, chain);
            double[] drawn = [chain.Intercept, .. chain.Parameters.SelectMany(block => block.Weights)];
            double[] standard = [.. drawn.Select((value, j) => (value - means[j]) / deviations[j])];
            double[] offset = [.. drawn.Zip(means, (value, mean) => value - mean)];
            double distance = DenseMatrix.Dot(offset, DenseMatrix.Multiply(precision, offset));
            return [.. standard, .. standard.Select(value => value * value), distance];
        }
    }

    // A = α Xᵀ X + diag λ, b = α Xᵀ y + λ μ; the intercept's prior is N(0, 1).
    private static (double[] Means, double[] Deviations, double[][] Precision) Regression(
        Design design,
        double[][] x,
        GibbsChain chain
    )
    {
        (double Mean, double Precision)[] priors =
        [
            (0, 1),
            .. chain.Parameters.SelectMany(
                (parameters, b) =>
                    parameters.WeightPriors.SelectMany(
                        (prior, g) => Enumerable.Repeat((prior.Mean, prior.Precision), design.Blocks[b].Groups[g].Count)
                    )
            ),
        ];
        int count = priors.Length;
        double[][] precision = [.. priors.Select(_ => new double[count])];
        var right = new double[count];
        for (int j = 0; j < count; j++)
        {
            precision[j][j] = priors[j].Precision;
            right[j] = priors[j].Precision * priors[j].Mean;
            for (int n = 0; n < x.Length; n++)
            {
                right[j] += chain.Noise * x[n][j] * design.Ratings[n];
                for (int k = 0; x[n][j] != 0 && k < count; k++)
                {
                    precision[j][k] += chain.Noise * x[n][j] * x[n][k];
                }
            }
        }

        (double[][] covariance, _) = DenseMatrix.Invert(precision);
        return (
            DenseMatrix.Multiply(covariance, right),
            [.. Enumerable.Range(0, count).Select(j => Math.Sqrt(covariance[j][j]))],
            precision
        );
    }

    /// <summary>Numbers × draws.</summary>
    private static double[][] Run(GibbsChain chain, int count, Func<double[]> numbers, int burnIn = 1000, int every = 1)
    {
        for (int sweep = 0; sweep < burnIn; sweep++)
        {
            chain.Sweep();
        }

        double[][] draws = new double[count][];
        for (int draw = 0; draw < count; draw++)
        {
            for (int sweep = 0; sweep < every; sweep++)
            {
                chain.Sweep();
            }

            draws[draw] = numbers();
        }

        return [.. Enumerable.Range(0, draws[0].Length).Select(n => draws.Select(draw => draw[n]).ToArray())];
    }
}
