using System.Globalization;
using System.Text.RegularExpressions;

namespace Matinee.Core.Catalog.Facets;

/// <summary>
/// Titles as people say them. MovieLens sorts them by their first word that is no article and puts other titles in brackets:
/// <c>City of Lost Children, The (Cité des enfants perdus, La) (1995)</c> reads
/// <c>The City of Lost Children (La Cité des enfants perdus) (1995)</c>, and <c>a.k.a.</c> is left out.
/// </summary>
public static partial class ReadingTitle
{
    public static string Of(Movie movie)
    {
        Match parts = Parts().Match(movie.Title);
        string title = WithArticle(parts.Groups["title"].Value);
        string others = string.Concat(
            parts.Groups["other"].Captures.Select(other => $" ({WithArticle(KnownAs().Replace(other.Value, ""))})")
        );
        string year = parts.Groups["year"].Value;
        if (year.Length == 0 && movie.Year is { } known)
        {
            year = known.ToString(CultureInfo.InvariantCulture);
        }

        return title + others + (year.Length == 0 ? "" : $" ({year})");
    }

    /// <param name="title">As a catalogue or a person writes it: <c>Alien³ (a.k.a. Alien 3) (1992)</c>.</param>
    public static TitleParts Split(string title)
    {
        Match parts = Parts().Match(title);
        if (!parts.Success)
        {
            return new TitleParts(title, [], null, null);
        }

        int? first = Year(parts.Groups["first"]);
        return new TitleParts(
            WithArticle(parts.Groups["title"].Value),
            [.. parts.Groups["other"].Captures.Select(other => WithArticle(KnownAs().Replace(other.Value, "")))],
            first,
            Year(parts.Groups["last"]) ?? first
        );
    }

    private static int? Year(Group group) =>
        group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    private static string WithArticle(string title)
    {
        if (!title.Contains(", ", StringComparison.Ordinal))
        {
            return title;
        }

        Match match = TrailingArticle().Match(title);
        if (!match.Success)
        {
            return title;
        }

        string article = match.Groups["article"].Value;
        return article + (article.EndsWith('\'') ? "" : " ") + match.Groups["rest"].Value + match.Groups["more"].Value;
    }

    // What stands before the brackets at the end, each of them, and the last if it is a year or a range of years. (V) and (TV) say how a movie was shown and are no part of its name.
    [GeneratedRegex(
        @"^(?<title>.+?)(\s*\((?<other>[^()]*[^()\s][^()]*)\))*?(\s*\(\s*(?<year>(?<first>[0-9]{4})(\s*[-‑‒–—]\s*(?<last>[0-9]{4})?)?)\s*\))?(\s*\((V|TV)\))?$"
    )]
    private static partial Regex Parts();

    [GeneratedRegex(@"^a\.?k\.?a\.?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex KnownAs();

    // English, French, Spanish, Italian, Portuguese, German, Dutch and the Scandinavian languages.
    [GeneratedRegex(
        @"^(?<rest>.+?), (?<article>The|An?|L[aeo]s?|L'|Une?|Des|El|Un[ao]s?|Il|I|Gli|Os?|As|Uma?|D[iae][erst]|Das|Dem|Ein[e]?|Het|De|Det|En|Ett)(?<more>: .+)?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TrailingArticle();
}
