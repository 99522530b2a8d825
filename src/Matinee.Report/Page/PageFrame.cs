using System.Xml.Linq;

namespace Matinee.Report.Page;

/// <summary>What every page has around its sections. It loads nothing and runs no script.</summary>
internal static class PageFrame
{
    /// <param name="header">An element of that name.</param>
    /// <param name="footer">A sentence or two.</param>
    /// <returns>HTML that is well-formed XML too.</returns>
    public static string Write(string title, XElement header, IReadOnlyList<Section> sections, string footer) =>
        Html.Write(
            new XElement(
                "html",
                new XAttribute("lang", "en"),
                Head(title),
                new XElement(
                    "body",
                    header,
                    new XElement(
                        "nav",
                        new XAttribute("aria-label", "Sections"),
                        new XElement("ul", sections.Select(section => new XElement("li", section.Link())))
                    ),
                    new XElement("main", sections.Select(section => section.ToElement())),
                    new XElement("footer", new XElement("p", footer))
                )
            )
        );

    private static XElement Head(string title) =>
        new(
            "head",
            new XElement("meta", new XAttribute("charset", "utf-8")),
            new XElement(
                "meta",
                new XAttribute("name", "viewport"),
                new XAttribute("content", "width=device-width, initial-scale=1")
            ),
            // The browser holds the page to its promise: nothing is loaded and nothing runs.
            new XElement(
                "meta",
                new XAttribute("http-equiv", "Content-Security-Policy"),
                new XAttribute("content", "default-src 'none'; style-src 'unsafe-inline'")
            ),
            new XElement("title", title),
            new XElement("style", StyleSheet.Read())
        );
}
