using System.Globalization;
using System.Xml.Linq;

namespace Matinee.Report.Charts;

internal enum TextAnchor
{
    Start,
    Middle,
    End,
}

/// <summary>A word on a chart, in units of its view box.</summary>
internal sealed record ChartText(double X, double Y, TextAnchor Anchor, string Text, string? Class = null);

/// <summary>Makes of ScottPlot's SVG one that lives in a page: it scales, takes the page's colours, and has words.</summary>
internal static class ChartSvg
{
    public static XElement Restyle(string svg, string id, string label, IReadOnlyList<ChartText> words)
    {
        XElement root = XElement.Parse(svg);
        // Everything that is meant to be seen has an ink; ScottPlot's own marks at the ticks, of length 0, have none.
        root.Descendants().Where(element => IsBlack(element.Attribute("stroke"))).Remove();
        var clips = new Dictionary<string, string>();
        string viewBox = $"0 0 {root.Attribute("width")!.Value} {root.Attribute("height")!.Value}";
        foreach (XElement element in root.DescendantsAndSelf())
        {
            // Inside HTML an svg needs no namespace, and the page has no address in it.
            element.Name = element.Name.LocalName;
            element.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
            element.Attribute("stroke-miterlimit")?.Remove();
            Rename(element, clips, id);
            ColourByClass(element);
        }

        root.ReplaceAttributes(
            new XAttribute("class", "chart"),
            new XAttribute("viewBox", viewBox),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", label)
        );
        root.Add(words.Select(Text));
        return root;
    }

    // Skia numbers its clips through the life of the process; here they are numbered within the chart. Defined before used.
    private static void Rename(XElement element, Dictionary<string, string> clips, string id)
    {
        if (element.Attribute("id") is { } own)
        {
            string name = $"{id}-clip-{clips.Count + 1}";
            clips.Add($"url(#{own.Value})", $"url(#{name})");
            own.Value = name;
        }

        if (element.Attribute("clip-path") is { } clip)
        {
            clip.Value = clips[clip.Value];
        }
    }

    private static bool IsBlack(XAttribute? colour) => colour is not null && colour.Value == "black";

    private static void ColourByClass(XElement element)
    {
        var classes = new List<string>();
        foreach (string kind in new[] { "fill", "stroke" })
        {
            if (element.Attribute(kind) is { } colour && Inks.FromSvg(colour.Value) is { } ink)
            {
                colour.Remove();
                classes.Add($"{kind}-{ink.Name()}");
            }
        }

        if (classes.Count > 0)
        {
            element.SetAttributeValue("class", string.Join(' ', classes));
        }
    }

    private static XElement Text(ChartText word) =>
        new(
            "text",
            new XAttribute("x", word.X.ToString("0.#", CultureInfo.InvariantCulture)),
            new XAttribute("y", word.Y.ToString("0.#", CultureInfo.InvariantCulture)),
            word.Anchor == TextAnchor.Start
                ? null
                : new XAttribute("text-anchor", word.Anchor == TextAnchor.End ? "end" : "middle"),
            word.Class is null ? null : new XAttribute("class", word.Class),
            word.Text
        );
}
