using System.Text.RegularExpressions;

namespace Matinee.Api.Search.Semantic;

/// <summary>A query as the encoder is given it.</summary>
internal static partial class QueryText
{
    /// <returns>The query without the word film and its like, which draw films about films; all of it if nothing else is there.</returns>
    public static string Of(string query)
    {
        string rest = Fillers().Replace(query, " ").Trim();
        return rest.Any(char.IsLetterOrDigit) ? rest : query;
    }

    [GeneratedRegex(
        @"\b(films?|movies?|flicks?)\b(\s+(about|with|like|where|in which)\b)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Fillers();
}
