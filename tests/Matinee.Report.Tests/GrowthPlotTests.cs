using System.Xml.Linq;

namespace Matinee.Report.Tests;

public class GrowthPlotTests
{
    [Fact]
    public void Slope_TwiceTheSizeAtFourTimesTheCost_IsTwo()
    {
        var curve = new GrowthCurve("sorting", [(1, 7), (2, 1), (4, 4), (8, 16)]);

        Assert.Equal(2, curve.Slope(from: 2), 1e-9);
        Assert.True(double.IsNaN(curve.Slope(from: 8)));
    }

    [Fact]
    public void Draw_TwoCurves_IsAnSvgThatNamesBoth()
    {
        string svg = GrowthPlot.Draw(
            [new GrowthCurve("reading", [(1000, 0.1), (100_000, 8)]), new GrowthCurve("writing", [(1000, 0.2)])],
            "ratings",
            "seconds"
        );

        string[] words =
        [
            .. XDocument.Parse(svg).Descendants().Where(node => !node.HasElements).Select(node => node.Value),
        ];
        Assert.Contains("reading", words);
        Assert.Contains("writing", words);
        Assert.Contains("10,000", words);
    }
}
