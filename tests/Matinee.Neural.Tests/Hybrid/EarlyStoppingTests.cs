using Matinee.Neural.Hybrid;

namespace Matinee.Neural.Tests.Hybrid;

public class EarlyStoppingTests
{
    [Fact]
    public void Improved_WithinTheNoise_LaterIsBetter()
    {
        var stopping = new EarlyStopping(patience: 2);

        Assert.True(stopping.Improved(1, 10));
        Assert.True(stopping.Improved(2, 9));
        Assert.True(stopping.Improved(3, 9.017));
        Assert.Equal(3, stopping.BestEpoch);
        Assert.Equal(9, stopping.BestLoss);
        // Measured from the lowest, not from the epoch before.
        Assert.False(stopping.Improved(4, 9.03));
        Assert.False(stopping.IsOver(4));
        Assert.False(stopping.Improved(5, 9.04));
        Assert.True(stopping.IsOver(5));
        Assert.Equal(3, stopping.BestEpoch);
    }

    [Fact]
    public void Improved_NoNumber_IsNoImprovement() => Assert.False(new EarlyStopping(1).Improved(1, double.NaN));

    [Fact]
    public void IsOver_NoPatience_Never()
    {
        var stopping = new EarlyStopping(patience: 0);
        stopping.Improved(1, 1);

        Assert.False(stopping.IsOver(1000));
    }
}
