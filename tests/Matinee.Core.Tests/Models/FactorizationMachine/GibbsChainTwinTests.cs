using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class GibbsChainTwinTests
{
    private static readonly ParallelOptions s_oneThread = new() { MaxDegreeOfParallelism = 1 };

    [Theory]
    [InlineData(RatingLikelihood.Gaussian, 0)]
    [InlineData(RatingLikelihood.Gaussian, 1)]
    [InlineData(RatingLikelihood.Gaussian, 3)]
    [InlineData(RatingLikelihood.Probit, 0)]
    [InlineData(RatingLikelihood.Probit, 1)]
    [InlineData(RatingLikelihood.Probit, 3)]
    public void Sweep_RelationBlocks_DrawWhatOneRowPerRatingWould(RatingLikelihood likelihood, int rank)
    {
        Design design = RichDesign.Create();
        var slow = new SlowGibbsChain(design, rank, likelihood, 77);
        using var chain = new GibbsChain(design, rank, likelihood, 77, s_oneThread);

        for (int sweep = 0; sweep < 5; sweep++)
        {
            slow.Sweep();
            chain.Sweep();
        }

        Assert.Equal(8, design.Blocks.Sum(block => block.Groups.Length));
        AssertClose(slow.Noise, chain.Noise);
        AssertClose(slow.Intercept, chain.Intercept);
        AssertClose(slow.CutPoints, chain.CutPoints);
        Assert.Equal(likelihood == RatingLikelihood.Probit ? 4 : 0, chain.CutPoints.Length);
        AssertClose(slow.Weights, Joined(chain, block => block.Weights));
        AssertClose(slow.WeightPriors, Joined(chain, block => block.WeightPriors));
        for (int factor = 0; factor < rank; factor++)
        {
            AssertClose(slow.Factors[factor], Joined(chain, block => block.Factors[factor]));
            AssertClose(slow.FactorPriors[factor], Joined(chain, block => block.FactorPriors[factor]));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void PredictAll_RelationBlocks_SumAllPairsOfFeatures(int rank)
    {
        Design design = RichDesign.Create();
        var slow = new SlowGibbsChain(design, rank, RatingLikelihood.Gaussian, 78);
        using var chain = new GibbsChain(design, rank, RatingLikelihood.Gaussian, 78, s_oneThread);
        slow.Sweep();
        chain.Sweep();

        double[] predictions = RowValues.Of(design, chain.Parameters, chain.Intercept).PredictAll(design);

        double[] expected = [.. Enumerable.Range(0, design.Count).Select(slow.Predict)];
        AssertClose(expected, predictions);
    }

    [Theory]
    [InlineData(RatingLikelihood.Gaussian)]
    [InlineData(RatingLikelihood.Probit)]
    public void Errors_AfterManySweeps_AreStillWhatPredictionsLeave(RatingLikelihood likelihood)
    {
        Design design = RichDesign.Create();
        using var chain = new GibbsChain(design, 3, likelihood, 79, s_oneThread);
        for (int sweep = 0; sweep < 300; sweep++)
        {
            chain.Sweep();
        }

        double[] predictions = RowValues.Of(design, chain.Parameters, chain.Intercept).PredictAll(design);

        for (int n = 0; n < design.Count; n++)
        {
            double given = chain.Ratings[n].Error + predictions[n];
            if (likelihood == RatingLikelihood.Gaussian)
            {
                Assert.Equal(design.Ratings[n], given, 1e-10);
                continue;
            }

            // The latent rating still lies in its level.
            int level = design.Levels.AsSpan().BinarySearch(design.Ratings[n]);
            Assert.True(level == 0 || given > chain.CutPoints[level - 1] - 1e-10);
            Assert.True(level == chain.CutPoints.Length || given < chain.CutPoints[level] + 1e-10);
        }
    }

    private static T[] Joined<T>(GibbsChain chain, Func<BlockParameters, T[]> part) =>
        [.. chain.Parameters.SelectMany(part)];

    private static void AssertClose((double Mean, double Precision)[] expected, NormalPrior[] actual)
    {
        AssertClose([.. expected.Select(prior => prior.Mean)], actual.Select(prior => prior.Mean).ToArray());
        AssertClose([.. expected.Select(prior => prior.Precision)], actual.Select(prior => prior.Precision).ToArray());
    }

    private static void AssertClose(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int n = 0; n < expected.Length; n++)
        {
            AssertClose(expected[n], actual[n]);
        }
    }

    // Relative, with numbers below a thousandth, where sums cancel, counted as that.
    private static void AssertClose(double expected, double actual) =>
        Assert.Equal(expected, actual, 1e-9 * Math.Max(1e-3, Math.Abs(expected)));
}
