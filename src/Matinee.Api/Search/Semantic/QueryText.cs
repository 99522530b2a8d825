using System.Text.RegularExpressions;

namespace Matinee.Api.Search.Semantic;

/// <summary>A query as the encoder is given it.</summary>
internal static partial class QueryText
{
    /// <returns>
    /// The query, and where it speaks of films also what is left without them: the word alone draws films about films, but
    /// without it a sentence may fall apart. The mean of both is what is looked for.
    /// </returns>
    public static string[] Of(string query)
    {
        string rest = Fillers().Replace(query, " ").Trim();
        return rest.Length < query.Length && rest.Any(char.IsLetterOrDigit) ? [query, rest] : [query];
    }

    [GeneratedRegex(
        @"\b(films?|movies?|flicks?)\b(\s+(about|with|like)\b)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Fillers();
}
