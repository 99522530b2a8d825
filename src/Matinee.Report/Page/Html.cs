using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Matinee.Report.Page;

/// <summary>Writes elements as HTML that an XML parser reads too; text is escaped on the way.</summary>
internal static class Html
{
    private static readonly HashSet<string> MayBeEmpty = ["meta", "br", "path", "rect", "ellipse", "polygon"];

    public static string Write(XElement root)
    {
        foreach (XElement element in root.DescendantsAndSelf())
        {
            // To HTML, <td/> is a td that is never closed.
            if (element.IsEmpty && !MayBeEmpty.Contains(element.Name.LocalName))
            {
                element.Add("");
            }

            foreach (XAttribute attribute in element.Attributes())
            {
                attribute.Value = Printable(attribute.Value);
            }
        }

        foreach (XText text in root.DescendantNodes().OfType<XText>())
        {
            text.Value = Printable(text.Value);
        }

        var html = new StringBuilder("<!DOCTYPE html>\n");
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None };
        using (var writer = XmlWriter.Create(html, settings))
        {
            root.Save(writer);
        }

        return html.Append('\n').ToString();
    }

    // Titles come from files that anyone may have written; neither XML nor HTML takes control letters.
    private static string Printable(string text)
    {
        for (int n = 0; n < text.Length; n++)
        {
            if (!XmlConvert.IsXmlChar(text[n]) && !IsPair(text, n))
            {
                return string.Concat(
                    text.EnumerateRunes().Select(rune => IsPrintable(rune) ? rune.ToString() : "\uFFFD")
                );
            }
        }

        return text;
    }

    private static bool IsPair(string text, int n) =>
        (n + 1 < text.Length && char.IsSurrogatePair(text[n], text[n + 1]))
        || (n > 0 && char.IsSurrogatePair(text[n - 1], text[n]));

    private static bool IsPrintable(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
}
