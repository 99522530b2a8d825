using System.Xml.Linq;
using Matinee.Report.Charts;

namespace Matinee.Report.Page;

internal enum KeyShape
{
    Line,
    Box,
    Dot,
}

/// <summary>What an ink stands for.</summary>
internal sealed record Key(Ink Ink, string Name, KeyShape Shape)
{
    public XElement ToElement() =>
        new(
            "li",
            new XElement(
                "svg",
                new XAttribute("class", "key"),
                new XAttribute("viewBox", Shape == KeyShape.Line ? "0 0 28 12" : "0 0 12 12"),
                new XAttribute("aria-hidden", "true"),
                Shape switch
                {
                    KeyShape.Line => new XElement(
                        "path",
                        new XAttribute("class", $"stroke-{Ink.Name()}"),
                        new XAttribute("stroke-width", "2.5"),
                        new XAttribute("d", "M1 6H27")
                    ),
                    KeyShape.Box => new XElement(
                        "rect",
                        new XAttribute("class", $"fill-{Ink.Name()}"),
                        new XAttribute("width", "12"),
                        new XAttribute("height", "12")
                    ),
                    _ => new XElement(
                        "ellipse",
                        new XAttribute("class", $"fill-{Ink.Name()}"),
                        new XAttribute("cx", "6"),
                        new XAttribute("cy", "6"),
                        new XAttribute("rx", "5"),
                        new XAttribute("ry", "5")
                    ),
                }
            ),
            Name
        );
}

/// <summary>A chart with what it shows in words, and its data in a table.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Finding">The chart's figures in a sentence; also what a screen reader says.</param>
internal sealed record Figure(
    string Id,
    string Title,
    string Finding,
    Chart Chart,
    IReadOnlyList<Key> Keys,
    DataTable Data
)
{
    public XElement ToElement() =>
        new(
            "figure",
            new XAttribute("id", Id),
            new XElement("figcaption", new XElement("h3", Title), new XElement("p", Finding)),
            Keys.Count == 0
                ? null
                : new XElement("ul", new XAttribute("class", "keys"), Keys.Select(key => key.ToElement())),
            Chart.ToSvg(Id, $"{Title}. {Finding}"),
            Data.ToDetails("Data")
        );

    /// <summary>Figures side by side where there is room.</summary>
    public static XElement Row(IEnumerable<Figure> figures) =>
        new("div", new XAttribute("class", "figures"), figures.Select(figure => figure.ToElement()));
}
