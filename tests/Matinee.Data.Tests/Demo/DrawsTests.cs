using Matinee.Data.Demo;

namespace Matinee.Data.Tests.Demo;

public class DrawsTests
{
    [Theory]
    [InlineData(-300)]
    [InlineData(-20.5)]
    [InlineData(-0.4)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3.3)]
    [InlineData(300)]
    public void Exp_AnyExponent_MatchesTheLibrary(double exponent) =>
        Assert.Equal(1, Draws.Exp(exponent) / Math.Exp(exponent), 1e-12);

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

    [Fact]
    public void WeightedChoice_FirstDraws_FollowTheWeights()
    {
        int[] hits = new int[4];
        for (int n = 0; n < 20_000; n++)
        {
            hits[new WeightedChoice([1, 0, 3, 6]).Draw(new Draws(1, DrawPurpose.Viewing, n))]++;
        }

        Assert.Equal(0, hits[1]);
        Assert.Equal(0.1, hits[0] / 20_000.0, 0.01);
        Assert.Equal(0.3, hits[2] / 20_000.0, 0.015);
        Assert.Equal(0.6, hits[3] / 20_000.0, 0.015);
    }

    [Fact]
    public void WeightedChoice_DrawnEmpty_GaveEveryPositiveWeightOnce()
    {
        var choice = new WeightedChoice([.. Enumerable.Range(0, 37).Select(n => (long)n)]);
        var draws = new Draws(1, DrawPurpose.Viewing, 0);

        int[] drawn = [.. Enumerable.Range(0, 36).Select(_ => choice.Draw(draws))];

        Assert.Equal(Enumerable.Range(1, 36), drawn.Order());
        Assert.Throws<InvalidOperationException>(() => choice.Draw(draws));
    }
}
