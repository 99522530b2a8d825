using Matinee.Core.Interactions;
using Matinee.Core.Ranking.Onboarding;

namespace Matinee.Core.Tests.Ranking.Onboarding;

public class InformativenessTests
{
    [Fact]
    public void Of_RatingsKnown_IsLogPopularityTimesDampedEntropy()
    {
        // Movie 0: 2 and 4 stars; movie 1: 4 and 4; movie 2: none. Over all: a quarter 2, three quarters 4.
        var ratings = new InteractionMatrix([0, 2, 4], [0, 1, 0, 1], [2, 4, 4, 4], new long[4], 3);

        float[] values = Informativeness.Of([2, 2, 0], ratings);

        Assert.Equal(Math.Log(3) * Entropy((1 + 5) / 22.0), values[0], 1e-5);
        Assert.Equal(Math.Log(3) * Entropy((0 + 5) / 22.0), values[1], 1e-5);
        Assert.Equal(0, values[2]);
        Assert.True(values[0] > values[1]);
    }

    [Fact]
    public void Of_RatingsUnknown_IsLogPopularity()
    {
        Assert.Equal([MathF.Log(8), 0], Informativeness.Of([7, 0], null));
    }

    private static double Entropy(double share) => -(share * Math.Log2(share)) - ((1 - share) * Math.Log2(1 - share));
}
