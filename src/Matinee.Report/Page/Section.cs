using System.Xml.Linq;

namespace Matinee.Report.Page;

/// <param name="Id">Unique on the page; links lead to it.</param>
internal sealed record Section(string Id, string Title, params object?[] Content)
{
    public XElement Link() => new("a", new XAttribute("href", $"#{Id}"), Title);

    public XElement ToElement() =>
        new(
            "section",
            new XAttribute("id", Id),
            new XAttribute("aria-labelledby", $"{Id}-title"),
            new XElement("h2", new XAttribute("id", $"{Id}-title"), Title),
            Content
        );
}
