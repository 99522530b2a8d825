using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Matinee.Report.Page;

namespace Matinee.Report.Charts;

/// <summary>
/// Makes of a page's chart a file of its own: with the page's rules for charts in the colours of daylight, on paper, and with
/// its keys below. Variables are written out, since not every program that shows SVG knows them.
/// </summary>
internal static partial class StandaloneSvg
{
    private const int KeyHeight = 18;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <param name="chart">As <see cref="Chart.ToSvg"/> makes it; it is changed.</param>
    public static string Of(XElement chart, IReadOnlyList<(Ink Ink, string Name)> keys)
    {
        int[] box = [.. chart.Attribute("viewBox")!.Value.Split(' ').Select(int.Parse)];
        (int width, int height) = (box[2], box[3] + (keys.Count * KeyHeight));
        chart.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}"));
        chart.SetAttributeValue("width", 2 * width);
        chart.SetAttributeValue("height", 2 * height);
        string styleSheet = StyleSheet.Read();
        chart.AddFirst(
            new XElement("style", Rules(styleSheet)),
            new XElement(
                "rect",
                new XAttribute("width", width),
                new XAttribute("height", height),
                new XAttribute("fill", Variables(styleSheet)["paper"])
            )
        );
        chart.Add(keys.SelectMany((key, n) => Key(key.Ink, key.Name, box[3] + (n * KeyHeight))));
        foreach (XElement element in chart.DescendantsAndSelf())
        {
            element.Name = Svg + element.Name.LocalName;
        }

        return chart + "\n";
    }

    private static IEnumerable<XElement> Key(Ink ink, string name, int top)
    {
        yield return new XElement(
            "path",
            new XAttribute("class", $"stroke-{ink.Name()}"),
            new XAttribute("stroke-width", "2"),
            new XAttribute("d", string.Create(CultureInfo.InvariantCulture, $"M48 {top + 4}H76"))
        );
        yield return new XElement("text", new XAttribute("x", 84), new XAttribute("y", top + 8), name);
    }

    private static string Rules(string styleSheet)
    {
        Dictionary<string, string> colours = Variables(styleSheet);
        IEnumerable<string> lines = styleSheet
            .Split('\n')
            .Where(line => ChartRule().IsMatch(line))
            .Select(line => Use().Replace(line, use => colours[use.Groups[1].Value]));
        return string.Join('\n', lines.Prepend(".chart { font-family: system-ui, sans-serif; }"));
    }

    // The first of a name is daylight's; dark and print come later.
    private static Dictionary<string, string> Variables(string styleSheet) =>
        Definition()
            .Matches(styleSheet)
            .GroupBy(match => match.Groups[1].Value)
            .ToDictionary(group => group.Key, group => group.First().Groups[2].Value);

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Definition();

    [GeneratedRegex(@"var\(--([a-z-]+)\)")]
    private static partial Regex Use();

    // Of words and inks; how a page lays charts out is its own affair.
    [GeneratedRegex(@"^\.(chart (text|\.)|fill-)")]
    private static partial Regex ChartRule();
}
