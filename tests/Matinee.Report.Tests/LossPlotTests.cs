using System.Xml.Linq;

namespace Matinee.Report.Tests;

public class LossPlotTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Draw_TwoCurves_NeedsNoPageAroundIt()
    {
        string svg = LossPlot.Draw([new LossCurve("training", [3, 2, 1]), new LossCurve("validation", [3, 2.5, 2.6])]);

        XElement root = XElement.Parse(svg);
        string style = root.Element(Svg + "style")!.Value;
        Assert.All(root.DescendantsAndSelf(), element => Assert.Equal(Svg, element.Name.Namespace));
        Assert.DoesNotContain("var(", style, StringComparison.Ordinal);
        foreach (string ink in new[] { "stroke-first", "stroke-second", "stroke-axis", "stroke-grid", "fill-second" })
        {
            Assert.Contains($".{ink} {{", style, StringComparison.Ordinal);
            Assert.Contains(root.Descendants(), element => element.Attribute("class")?.Value == ink);
        }

        IEnumerable<string> words = root.Elements(Svg + "text").Select(text => text.Value);
        Assert.Superset(new HashSet<string> { "loss", "epoch", "training", "validation", "3" }, words.ToHashSet());
        Assert.Contains("validation: 3.0000 to 2.6000.", root.Attribute("aria-label")!.Value, StringComparison.Ordinal);
    }

    // The axis ends with the last epoch, and no half epochs are named.
    [Theory]
    [InlineData(1, new[] { "0", "1" })]
    [InlineData(3, new[] { "0", "1", "2", "3" })]
    [InlineData(24, new[] { "0", "4", "8", "12", "16", "20", "24" })]
    public void Draw_AnyNumberOfEpochs_LabelsWholeOnes(int epochs, string[] expected)
    {
        string svg = LossPlot.Draw([
            new LossCurve("training", [.. Enumerable.Range(0, epochs).Select(n => 1000.0 + n)]),
        ]);

        string[] below =
        [
            .. XElement
                .Parse(svg)
                .Elements(Svg + "text")
                .Where(text => text.Attribute("text-anchor")?.Value == "middle" && text.Attribute("class") is null)
                .Select(text => text.Value),
        ];
        Assert.Equal(expected, below);
    }
}
