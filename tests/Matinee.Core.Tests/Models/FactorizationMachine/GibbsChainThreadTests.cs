using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class GibbsChainThreadTests
{
    // Shorter passes keep to one thread.
    private const int LeastParallel = 20_000;

    [Theory]
    [InlineData(RatingLikelihood.Gaussian)]
    [InlineData(RatingLikelihood.Probit)]
    public void Sweep_AnyNumberOfThreads_IsTheSameToTheBit(RatingLikelihood likelihood)
    {
        var world = new SimulatedRatings(400, 150, 2, 3, 31);
        Design design = world.Design(
            [.. world.Pairs(0.45, 31).Where(pair => pair.User > 2)],
            noise: 2,
            seed: 31,
            taste => (float)Math.Clamp(Math.Round(taste), 1, 5)
        );
        Assert.True(design.Count > LeastParallel);

        Sample alone = Run(design, likelihood, 1);

        Assert.Equal(alone, Run(design, likelihood, 2));
        Assert.Equal(alone, Run(design, likelihood, 4));
    }

    private static Sample Run(Design design, RatingLikelihood likelihood, int threads)
    {
        using var chain = new GibbsChain(
            design,
            rank: 2,
            likelihood,
            seed: 5,
            new ParallelOptions { MaxDegreeOfParallelism = threads }
        );
        for (int sweep = 0; sweep < 4; sweep++)
        {
            chain.Sweep();
        }

        return new Sample(chain);
    }

    /// <summary>Every number of a chain, in bits.</summary>
    private sealed class Sample(GibbsChain chain) : IEquatable<Sample>
    {
        private readonly long[] bits =
        [
            .. new[] { chain.Noise, chain.Intercept }
                .Concat(chain.CutPoints.ToArray())
                .Concat(chain.Parameters.SelectMany(block => block.Weights))
                .Concat(chain.Parameters.SelectMany(block => block.Factors.SelectMany(values => values)))
                .Concat(chain.Ratings.ToArray().SelectMany(rating => new[] { rating.Error, rating.Sum }))
                .Select(BitConverter.DoubleToInt64Bits),
        ];

        public bool Equals(Sample? other) => other is not null && bits.AsSpan().SequenceEqual(other.bits);

        public override bool Equals(object? other) => Equals(other as Sample);

        public override int GetHashCode() => bits.Length;
    }
}
