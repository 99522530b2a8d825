using Matinee.Core.Models.Blend;

namespace Matinee.Core.Tests.Models.Blend;

public class StandardizationTests
{
    [Fact]
    public void Of_FourValuesOneSeen_IsHandWorked()
    {
        // Unseen and ranked: 1, 3, 5 with mean 3 and variance 8/3; 100 is seen, 7 is not ranked.
        Standardization scale = Standardization.Of([1, 100, 3, 5, 7], ranked: 4, seen: [1]);

        Assert.Equal(3, scale.Mean, 1e-6f);
        Assert.Equal(Math.Sqrt(3 / 8.0), scale.InverseDeviation, 1e-6);
        Assert.Equal(Math.Asinh(2 * Math.Sqrt(3 / 8.0)), scale.Of(5), 1e-6);
    }

    [Fact]
    public void Apply_LongVector_EqualsOneByOne()
    {
        float[] values = [.. Enumerable.Range(0, 101).Select(n => MathF.Pow(n - 40, 3))];
        Standardization scale = Standardization.Of(values, values.Length, seen: [3, 50]);
        float[] expected = [.. values.Select(scale.Of)];

        scale.Apply(values, new float[values.Length]);

        for (int n = 0; n < values.Length; n++)
        {
            Assert.Equal(expected[n], values[n], 1e-5f);
        }
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(123456.7f)]
    public void Of_EqualValues_MakesThemZero(float value)
    {
        float[] values = [.. Enumerable.Repeat(value, 1000)];

        Standardization.Of(values, values.Length, seen: []).Apply(values, new float[values.Length]);

        Assert.All(values, one => Assert.Equal(0, one));
    }

    [Fact]
    public void Of_EverythingSeen_MakesThemZero()
    {
        float[] values = [1, 2];

        Standardization.Of(values, ranked: 2, seen: [0, 1]).Apply(values, new float[2]);

        Assert.Equal([0f, 0f], values);
    }

    [Fact]
    public void Slope_AnyValue_IsTheSecantFromTheMean()
    {
        Standardization scale = Standardization.Of([0, 1, 2, 10], ranked: 4, seen: []);

        foreach (float value in new[] { -5f, 0, 2, 40 })
        {
            Assert.Equal(scale.Of(value) / (value - scale.Mean), scale.Slope(value), 1e-5f);
        }

        Assert.Equal(scale.InverseDeviation, scale.Slope(scale.Mean), 1e-6f);
    }
}
