using System.Globalization;
using System.Xml.Linq;
using Matinee.Report.Charts;

namespace Matinee.Report.Tests.Charts;

public class ChartTests
{
    [Fact]
    public void ToSvg_BarUpToATick_EndsWhereTheTicksWordStands()
    {
        var chart = new Chart(Axis.Names("", ["one", "two"]), Axis.Linear("height", 0, 4));
        chart.Bar(Ink.First, 1, 3, 0.5);

        XElement svg = chart.ToSvg("c", "");

        XElement bar = svg.Descendants("rect").Single(rect => rect.Attribute("class")?.Value == "fill-first");
        // The words are laid over ScottPlot's drawing: 4 below the line they name, in the middle of their bar.
        Assert.Equal(Number(Word(svg, "3"), "y") - 4, Number(bar, "y"), 0.1);
        Assert.Equal(Number(Word(svg, "two"), "x"), Number(bar, "x") + (Number(bar, "width") / 2), 0.1);
        Assert.Equal("middle", Word(svg, "two").Attribute("text-anchor")!.Value);
    }

    [Fact]
    public void ToSvg_MarkOnALogarithmicAxis_StandsOverItsPower()
    {
        var chart = new Chart(Axis.Powers("", 1000), Axis.Linear("", 0, 1));
        chart.Mark(Ink.Second, 100, 0.6);

        XElement svg = chart.ToSvg("c", "");

        XElement mark = svg.Descendants("ellipse").Single();
        Assert.Equal(Number(Word(svg, "100"), "x"), Number(mark, "cx"), 0.1);
        Assert.Equal(Number(Word(svg, "0.6"), "y") - 4, Number(mark, "cy"), 0.1);
    }

    [Fact]
    public void ToSvg_TwoChartsOnAPage_ShareNoId()
    {
        var chart = new Chart(Axis.Linear("", 0, 1), Axis.Linear("", 0, 1));
        chart.Line(Ink.First, [(0, 0), (1, 1)]);

        string[] ids = [.. Ids("a"), .. Ids("b")];

        Assert.True(ids.Length > 1);
        Assert.Equal(ids.Distinct(), ids);

        IEnumerable<string> Ids(string id) =>
            chart.ToSvg(id, "").Descendants().Attributes("id").Select(own => own.Value);
    }

    [Fact]
    public void ToSvg_Note_StaysWithinTheChart()
    {
        var chart = new Chart(Axis.Linear("", 0, 1), Axis.Linear("", 0, 1));
        chart.Note(0, 0.5, "left");
        chart.Note(1, 0.5, "right");

        XElement svg = chart.ToSvg("c", "");

        Assert.Null(Word(svg, "left").Attribute("text-anchor"));
        Assert.Equal("end", Word(svg, "right").Attribute("text-anchor")!.Value);
    }

    [Fact]
    public void ToSvg_Words_AreTextEvenWhereScottPlotFindsNoFont()
    {
        // ScottPlot drew none of them, so none can be missing.
        var chart = new Chart(Axis.Linear("across", 0, 1), Axis.Linear("up & <down>", 0, 1));

        XElement svg = chart.ToSvg("c", "label");

        Assert.Equal(2 + 6 + 6, svg.Descendants("text").Count());
        Assert.Empty(svg.Descendants("text").Attributes("font-family"));
        Assert.Equal("0 0 400 260", svg.Attribute("viewBox")!.Value);
        Assert.Equal("label", svg.Attribute("aria-label")!.Value);
        Assert.NotNull(Word(svg, "up & <down>"));
    }

    private static XElement Word(XElement svg, string text) => svg.Elements("text").Single(word => word.Value == text);

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
