namespace Matinee.Imports.Trakt;

/// <summary>What the name of a file of Trakt's says: its entries alone don't tell the watchlist from other lists.</summary>
internal static class TraktFileKind
{
    /// <summary>What an entry of the file is on that is merely listed.</summary>
    public static FilmFacts Listed(string fileName) =>
        fileName.Contains("favo", StringComparison.OrdinalIgnoreCase) ? FilmFacts.Liked : FilmFacts.Wanted;

    /// <summary>Lists of one's own, hidden films, comments, likes of others' lists, recommendations: nothing of them is read.</summary>
    public static bool IsOther(string fileName)
    {
        string name = fileName.ToLowerInvariant();
        return !name.Contains("watchlist", StringComparison.Ordinal)
            && !name.Contains("favo", StringComparison.Ordinal)
            && (
                name.StartsWith("list", StringComparison.Ordinal)
                || name.StartsWith("hidden", StringComparison.Ordinal)
                || name.StartsWith("comment", StringComparison.Ordinal)
                || name.StartsWith("like", StringComparison.Ordinal)
                || name.StartsWith("recommend", StringComparison.Ordinal)
            );
    }
}
