using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;

namespace Matinee;

/// <summary>Movies by their titles, letter by letter but for case.</summary>
internal sealed class TitleLookup
{
    private readonly (string[] Titles, int Item)[] byRatings;

    /// <param name="ratings">How many each movie has.</param>
    public TitleLookup(MovieCatalog catalog, Func<int, int> ratings) =>
        byRatings = [
            .. Enumerable
                .Range(0, catalog.Count)
                .OrderByDescending(ratings)
                .ThenBy(item => item)
                .Select(item => (Titles(catalog.Movies[item]), item)),
        ];

    /// <returns>Item indices: just this title, then those that begin with it, then those that have it within.</returns>
    public IEnumerable<int> Find(string title)
    {
        string wanted = title.Trim();
        return wanted.Length == 0
            ? []
            : byRatings
                .Select(movie => (movie.Item, Fit: movie.Titles.Max(one => Fit(one, wanted))))
                .Where(movie => movie.Fit > 0)
                .OrderByDescending(movie => movie.Fit)
                .Select(movie => movie.Item);
    }

    private static int Fit(string title, string wanted) =>
        title.Equals(wanted, StringComparison.OrdinalIgnoreCase) ? 3
        : title.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) ? 2
        : title.Contains(wanted, StringComparison.OrdinalIgnoreCase) ? 1
        : 0;

    // As the catalogue sorts it and as people say it, each with its year and without.
    private static string[] Titles(Movie movie)
    {
        string said = ReadingTitle.Of(movie);
        return [.. ((string[])[movie.Title, said, WithoutYear(movie.Title), WithoutYear(said)]).Distinct()];
    }

    private static string WithoutYear(string title) =>
        title is [.., '(', _, _, _, _, ')'] && title[^5..^1].All(char.IsAsciiDigit) ? title[..^6].TrimEnd() : title;
}
