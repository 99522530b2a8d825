using System.Numerics.Tensors;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Ranking.Controls;

/// <summary>
/// A catalogue laid out for filters: which movies have a genre, a tag, a year, so that a request combines sets and reads no
/// movie. Safe to share between threads.
/// </summary>
public sealed class FilterIndex
{
    private const int NamesShown = 20;
    private const int NoYear = int.MinValue;

    private readonly MovieCatalog catalog;
    private readonly int[] years;
    private readonly int[] ratingCounts;
    private readonly Lazy<Dictionary<string, int[]>> genres;
    private readonly Lazy<Dictionary<string, int[]>> tags;

    /// <param name="ratingCounts">Training ratings per movie; movies beyond have none.</param>
    public FilterIndex(MovieCatalog catalog, ReadOnlySpan<float> ratingCounts)
    {
        this.catalog = catalog;
        years = [.. catalog.Movies.Select(movie => movie.Year ?? NoYear)];
        this.ratingCounts = new int[catalog.Count];
        TensorPrimitives.ConvertTruncating(
            ratingCounts[..Math.Min(ratingCounts.Length, catalog.Count)],
            this.ratingCounts
        );
        genres = new(() => MoviesOf(movie => movie.Genres));
        tags = new(() => MoviesOf(movie => movie.Tags.Select(tag => tag.Text)));
    }

    /// <summary>The movies that a filter leaves out, ascending.</summary>
    /// <exception cref="MatineeException">The catalogue has no such genre or tag; the nearest known one is named.</exception>
    public int[] LeftOut(MovieFilter filter)
    {
        ulong[] bits = LeftOutBits(filter);
        return [.. Enumerable.Range(0, catalog.Count).Where(item => ItemBits.Contains(bits, item))];
    }

    /// <returns><see cref="ItemBits"/> of the whole catalogue.</returns>
    /// <inheritdoc cref="LeftOut"/>
    internal ulong[] LeftOutBits(MovieFilter filter)
    {
        filter.Validate();
        var leftOut = new ulong[ItemBits.Words(catalog.Count)];
        if (filter.MinRatings > 0)
        {
            ItemBits.AddOutside(leftOut, ratingCounts, filter.MinRatings, int.MaxValue);
        }

        if (filter.YearFrom is not null || filter.YearTo is not null)
        {
            int first = Math.Max(filter.YearFrom ?? NoYear, NoYear + 1);
            ItemBits.AddOutside(leftOut, years, first, filter.YearTo ?? int.MaxValue);
        }

        LeaveOutOthers(leftOut, "genre", filter.Genres, genres);
        LeaveOutOthers(leftOut, "tag", filter.Tags, tags);
        foreach (int[] movies in Named("genre", filter.ExcludedGenres, genres))
        {
            ItemBits.Add(leftOut, movies);
        }

        foreach (ItemId id in filter.ExcludedMovies)
        {
            if (catalog.Items.TryGetIndex(id, out ItemIndex item))
            {
                ItemBits.Add(leftOut, [item.Value]);
            }
        }

        return leftOut;
    }

    // A movie must have one of the names, where any are asked for.
    private static void LeaveOutOthers(
        ulong[] leftOut,
        string what,
        IReadOnlyList<string> names,
        Lazy<Dictionary<string, int[]>> moviesByName
    )
    {
        if (names.Count == 0)
        {
            return;
        }

        var others = new ulong[leftOut.Length];
        Array.Fill(others, ulong.MaxValue);
        foreach (int[] movies in Named(what, names, moviesByName))
        {
            ItemBits.Remove(others, movies);
        }

        ItemBits.AddAll(leftOut, others);
    }

    private static IEnumerable<int[]> Named(
        string what,
        IReadOnlyList<string> names,
        Lazy<Dictionary<string, int[]>> moviesByName
    ) =>
        names.Select(name =>
            moviesByName.Value.TryGetValue(name, out int[]? movies)
                ? movies
                : throw Unknown(what, name, moviesByName.Value)
        );

    private Dictionary<string, int[]> MoviesOf(Func<Movie, IEnumerable<string>> names)
    {
        var movies = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (int item = 0; item < catalog.Count; item++)
        {
            foreach (string name in names(catalog.Movies[item]))
            {
                if (!movies.TryGetValue(name, out List<int>? own))
                {
                    movies.Add(name, own = []);
                }

                own.Add(item);
            }
        }

        return movies.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    private static MatineeException Unknown(string what, string name, Dictionary<string, int[]> known)
    {
        IEnumerable<string> common = known
            .OrderByDescending(pair => pair.Value.Length)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(NamesShown)
            .Select(pair => pair.Key);
        string hint =
            known.Count == 0 ? $"It has no {what}s at all."
            : NearestName.Find(name, known.Keys, ignoreCase: true) is { } nearest ? $"Did you mean '{nearest}'?"
            : $"It has {(known.Count > NamesShown ? "among others " : "")}{string.Join(", ", common)}.";
        return new MatineeException($"No movie of the model's catalogue has the {what} '{name}'. {hint}");
    }
}
