using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Core.Ranking.Controls;

/// <summary>A filter applied to a catalogue: the ranked items that it leaves out.</summary>
public static class FilteredCatalog
{
    private const int NamesShown = 20;

    /// <param name="ratingCounts">Training ratings per ranked item.</param>
    /// <returns>Item indices, ascending.</returns>
    /// <exception cref="MatineeException">The catalogue has no such genre or tag; the nearest known one is named.</exception>
    public static int[] LeftOut(MovieCatalog catalog, ReadOnlySpan<float> ratingCounts, MovieFilter filter)
    {
        filter.Validate();
        HashSet<string> genres = Known("genre", filter.Genres, movie => movie.Genres);
        HashSet<string> excludedGenres = Known("genre", filter.ExcludedGenres, movie => movie.Genres);
        HashSet<string> tags = Known("tag", filter.Tags, movie => movie.Tags.Select(tag => tag.Text));
        HashSet<ItemId> excludedMovies = [.. filter.ExcludedMovies];
        var leftOut = new List<int>();
        for (int item = 0; item < ratingCounts.Length; item++)
        {
            Movie movie = catalog.Movies[item];
            bool passes =
                ratingCounts[item] >= filter.MinRatings
                && (filter.YearFrom is null || movie.Year >= filter.YearFrom)
                && (filter.YearTo is null || movie.Year <= filter.YearTo)
                && !excludedMovies.Contains(movie.Id)
                && (genres.Count == 0 || movie.Genres.Any(genres.Contains))
                && !movie.Genres.Any(excludedGenres.Contains)
                && (tags.Count == 0 || movie.Tags.Any(tag => tags.Contains(tag.Text)));
            if (!passes)
            {
                leftOut.Add(item);
            }
        }

        return [.. leftOut];

        HashSet<string> Known(string what, IReadOnlyList<string> asked, Func<Movie, IEnumerable<string>> names)
        {
            HashSet<string> wanted = new(asked, StringComparer.OrdinalIgnoreCase);
            if (wanted.Count > 0)
            {
                CheckNames(what, wanted, catalog.Movies.SelectMany(names));
            }

            return wanted;
        }
    }

    private static void CheckNames(string what, HashSet<string> wanted, IEnumerable<string> names)
    {
        Dictionary<string, int> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in names)
        {
            known[name] = known.GetValueOrDefault(name) + 1;
        }

        if (wanted.FirstOrDefault(name => !known.ContainsKey(name)) is not { } unknown)
        {
            return;
        }

        IEnumerable<string> common = known
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(NamesShown)
            .Select(pair => pair.Key);
        string hint =
            known.Count == 0 ? $"It has no {what}s at all."
            : NearestName.Find(unknown, known.Keys, ignoreCase: true) is { } nearest ? $"Did you mean '{nearest}'?"
            : $"It has {(known.Count > NamesShown ? "among others " : "")}{string.Join(", ", common)}.";
        throw new MatineeException($"No movie of the model's catalogue has the {what} '{unknown}'. {hint}");
    }
}
