using System.Xml.Linq;

namespace Matinee.Report.Page;

/// <summary>A table: the first column names its row, the others are figures.</summary>
/// <param name="Caption">What it holds, for those who can't see where it stands.</param>
/// <param name="Rows">Texts or elements, one per column.</param>
internal sealed record DataTable(string Caption, IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object>> Rows)
{
    /// <summary>In a frame of its own that scrolls, so that a narrow page never does.</summary>
    public XElement ToElement() =>
        new(
            "div",
            new XAttribute("class", "scroll"),
            // Whoever has no mouse scrolls it by focusing it.
            new XAttribute("tabindex", "0"),
            new XAttribute("role", "region"),
            new XAttribute("aria-label", Caption),
            new XElement(
                "table",
                new XElement(
                    "thead",
                    new XElement(
                        "tr",
                        Columns.Select(column => new XElement("th", new XAttribute("scope", "col"), column))
                    )
                ),
                new XElement("tbody", Rows.Select(Row))
            )
        );

    /// <summary>Folded away under <paramref name="summary"/>.</summary>
    public XElement ToDetails(string summary) => new("details", new XElement("summary", summary), ToElement());

    private static XElement Row(IReadOnlyList<object> cells) =>
        new(
            "tr",
            new XElement("th", new XAttribute("scope", "row"), cells[0]),
            cells.Skip(1).Select(cell => new XElement("td", cell))
        );
}
