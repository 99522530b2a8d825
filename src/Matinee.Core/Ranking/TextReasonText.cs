using Matinee.Core.Catalog.Facets;

namespace Matinee.Core.Ranking;

/// <summary>Which texts speak for a movie, in words.</summary>
public static class TextReasonText
{
    // What a line of a table has room for.
    private const int BriefTexts = 2;

    /// <summary>Such as <c>because of the tags time travel and mind-bending</c>.</summary>
    public static string Of(TextReason reason) => "because of " + Words(reason.Texts, " and ");

    /// <summary>For narrow places that say "because of" themselves: at most two, such as <c>the tags time travel, mind-bending</c>.</summary>
    public static string Brief(TextReason reason) => Words([.. reason.Texts.Take(BriefTexts)], ", ");

    // Tags together, where the first of them stands.
    private static string Words(IReadOnlyList<NamedText> texts, string last) =>
        Joined([.. texts.GroupBy(text => text.Kind).Select(kind => Words(kind.Key, [.. kind], last))], last);

    private static string Words(FacetKind kind, NamedText[] texts, string last) =>
        kind switch
        {
            FacetKind.Tag => (texts.Length == 1 ? "the tag " : "the tags ")
                + Joined([.. texts.Select(text => text.Text)], last),
            FacetKind.Genres => (texts[0].Text.Contains(',', StringComparison.Ordinal) ? "the genres " : "the genre ")
                + texts[0].Text,
            FacetKind.Title => "the title",
            FacetKind.Plot => "the plot",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static string Joined(string[] parts, string last) =>
        parts.Length == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])}{last}{parts[^1]}";
}
