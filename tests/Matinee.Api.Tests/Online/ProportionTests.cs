using Matinee.Api.Online;

namespace Matinee.Api.Tests.Online;

public sealed class ProportionTests
{
    // By hand: z² = 3.8415; centre (p + z²/2n) / (1 + z²/n), half-width z √(p(1−p)/n + z²/4n²) / (1 + z²/n).
    [Theory]
    [InlineData(5, 10, 0.5, 0.2366, 0.7634)]
    [InlineData(0, 10, 0, 0, 0.2775)]
    [InlineData(10, 10, 1, 0.7225, 1)]
    [InlineData(30, 1_000, 0.03, 0.0211, 0.0425)]
    public void Of_CountOfTotal_IsTheShareWithWilsonsInterval(
        long count,
        long total,
        double value,
        double low,
        double high
    )
    {
        var share = Proportion.Of(count, total);

        Assert.Equal(value, share.Value!.Value, 0.00005);
        Assert.Equal(low, share.Low!.Value, 0.00006);
        Assert.Equal(high, share.High!.Value, 0.00006);
    }

    [Fact]
    public void Of_Nothing_HasNone() => Assert.Equal(new Proportion(null, null, null), Proportion.Of(0, 0));
}
