using Matinee.Core.Interactions;
using Matinee.Core.Models.Blend;

namespace Matinee.Core.Tests.Models.Blend;

public class YearsFeatureTests
{
    [Fact]
    public void Compute_TwoDatedMovies_IsHandWorked()
    {
        // Rated: 1990 and 1995; item 2 is of 2000, item 3 of no known year, item 4 not ranked.
        var feature = new YearsFeature([1990, 1995, 2000, 0, 1890], ranked: 4);
        var values = new float[6];

        feature.Compute(TinyWorld.History(0, 1), values);

        double near = Math.Log(0.01 + ((1 + Math.Exp(-1)) / 2));
        double far = Math.Log(0.01 + ((Math.Exp(-1) + Math.Exp(-2)) / 2));
        Assert.Equal(near, values[0], 1e-5);
        Assert.Equal(near, values[1], 1e-5);
        Assert.Equal(far, values[2], 1e-5);
        Assert.Equal((near + near + far) / 3, values[3], 1e-5);
        Assert.Equal(Math.Log(0.01 + ((Math.Exp(-20) + Math.Exp(-21)) / 2)), values[4], 1e-5);
        Assert.Equal(values[3], values[5]);
    }

    [Fact]
    public void Compute_NothingDated_SaysNothing()
    {
        var values = new float[] { 1, 1 };

        new YearsFeature([0, 1999], ranked: 2).Compute(TinyWorld.History(0), values);

        Assert.Equal([0f, 0], values);
    }

    [Fact]
    public void Compute_EmptyHistory_SaysNothing()
    {
        var values = new float[] { 1, 1 };

        new YearsFeature([1950, 1999], ranked: 2).Compute(UserHistory.Empty, values);

        Assert.Equal([0f, 0], values);
    }
}
