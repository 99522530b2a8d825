using Matinee.Data.Simulation;

namespace Matinee.Data.Tests.Simulation;

public class DrawsTests
{
    [Fact]
    public void Normal_ManyDraws_HasZeroMeanAndUnitVariance()
    {
        var draws = new Draws(42, DrawPurpose.Rating, 1);
        double[] values = [.. Enumerable.Range(0, 50_000).Select(_ => draws.Normal())];

        Assert.Equal(0, values.Average(), 0.02);
        Assert.Equal(1, values.Average(value => value * value), 0.03);
    }

    [Fact]
    public void Uniform_OtherPurposeOrIndex_Differs()
    {
        double first = new Draws(42, DrawPurpose.Rating, 1).Uniform();

        Assert.NotEqual(first, new Draws(42, DrawPurpose.Viewing, 1).Uniform());
        Assert.NotEqual(first, new Draws(42, DrawPurpose.Rating, 2).Uniform());
        Assert.Equal(first, new Draws(42, DrawPurpose.Rating, 1).Uniform());
    }
}
