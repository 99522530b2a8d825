using System.Collections;
using System.Collections.Immutable;
using Matinee.Core;
using Matinee.Core.Catalog;

namespace Matinee.Api.Search.Listing;

/// <summary>The movies of each genre.</summary>
internal sealed class GenreLists
{
    private readonly ImmutableSortedDictionary<string, int[]> items;

    private GenreLists(ImmutableSortedDictionary<string, int[]> items) => this.items = items;

    /// <summary>Every genre, by name.</summary>
    public IEnumerable<string> Names => items.Keys;

    public static GenreLists Build(IReadOnlyList<Movie> movies)
    {
        var lists = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (int item = 0; item < movies.Count; item++)
        {
            foreach (string genre in movies[item].Genres)
            {
                if (!lists.TryGetValue(genre, out List<int>? list))
                {
                    lists.Add(genre, list = []);
                }

                list.Add(item);
            }
        }

        return new GenreLists(
            lists.ToImmutableSortedDictionary(
                pair => pair.Key,
                pair => pair.Value.ToArray(),
                StringComparer.OrdinalIgnoreCase
            )
        );
    }

    public GenreLists With(Movie movie, int item) =>
        new(
            movie.Genres.Aggregate(
                items,
                (lists, genre) =>
                    lists.SetItem(genre, lists.TryGetValue(genre, out int[]? list) ? [.. list, item] : [item])
            )
        );

    /// <returns>Whether each movie has one of the genres and none of the excluded ones; null where all do.</returns>
    /// <exception cref="MatineeException">No movie has such a genre; the nearest known one is named.</exception>
    public BitArray? Choose(int movies, IReadOnlyList<string> genres, IReadOnlyList<string> excluded)
    {
        if (genres.Count == 0 && excluded.Count == 0)
        {
            return null;
        }

        var chosen = new BitArray(movies, genres.Count == 0);
        Mark(genres, true);
        Mark(excluded, false);
        return chosen;

        void Mark(IReadOnlyList<string> names, bool value)
        {
            foreach (int item in names.SelectMany(Find))
            {
                chosen[item] = value;
            }
        }
    }

    private int[] Find(string genre)
    {
        if (items.TryGetValue(genre, out int[]? list))
        {
            return list;
        }

        string hint = NearestName.Find(genre.Length > 50 ? genre[..50] : genre, items.Keys, ignoreCase: true)
            is { } nearest
            ? $"Did you mean '{nearest}'?"
            : $"It has {string.Join(", ", items.Keys.Take(30))}.";
        throw new MatineeException($"No movie of the catalogue has the genre '{Shown(genre)}'. {hint}");
    }

    private static string Shown(string genre) => genre.Length > 50 ? genre[..50] + "…" : genre;
}
