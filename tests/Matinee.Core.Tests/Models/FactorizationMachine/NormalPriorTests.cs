using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class NormalPriorTests
{
    // ψ(½) − log 0.005 and the trigamma function at ½: the mean and variance of log λ for λ ~ Gamma(½, rate 0.1² / 2).
    private const double MeanLogPrecision = 3.334807340526613;
    private const double VarianceLogPrecision = Math.PI * Math.PI / 2;

    // Parameters drawn from priors drawn from their priors: a step of the sampler must leave that as it is (Geweke 2004).
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    public void Sample_FromThePriorsOfThePrior_LeavesThemAsTheyAre(int parameterCount)
    {
        const int count = 100_000;
        var random = new SequentialRandom(new CounterRandom(12, 1));
        var logPrecisions = new double[count];
        var squares = new double[count];
        var means = new double[count];
        var deviations = new double[count];
        for (int n = 0; n < count; n++)
        {
            var prior = new NormalPrior { Precision = random.Gamma(0.5) / 0.005 };
            prior.Mean = random.Normal() / Math.Sqrt(prior.Precision);
            double[] parameters =
            [
                .. Enumerable
                    .Range(0, parameterCount)
                    .Select(_ => prior.Mean + random.Normal() / Math.Sqrt(prior.Precision)),
            ];

            prior.Sample(parameters, random);

            logPrecisions[n] = Math.Log(prior.Precision);
            squares[n] = Math.Pow(logPrecisions[n] - MeanLogPrecision, 2);
            means[n] = prior.Precision * prior.Mean * prior.Mean;
            deviations[n] = parameters.Sum(value => prior.Precision * Math.Pow(value - prior.Mean, 2));
        }

        MonteCarlo.AssertMean(MeanLogPrecision, logPrecisions, "log precision");
        MonteCarlo.AssertMean(VarianceLogPrecision, squares, "variance of log precision");
        MonteCarlo.AssertMean(1, means, "λμ²");
        if (parameterCount > 0)
        {
            MonteCarlo.AssertMean(parameterCount, deviations, "λ Σ (θ − μ)²");
        }
    }

    [Fact]
    public void Sample_ManyParameters_FindsTheirMeanAndPrecision()
    {
        var random = new SequentialRandom(new CounterRandom(13, 1));
        double[] parameters = [.. Enumerable.Range(0, 100_000).Select(_ => 2 + 0.5 * random.Normal())];
        var prior = new NormalPrior();

        for (int n = 0; n < 5; n++)
        {
            prior.Sample(parameters, random);
        }

        Assert.Equal(2, prior.Mean, 0.01);
        Assert.Equal(4, prior.Precision, 0.1);
    }
}
