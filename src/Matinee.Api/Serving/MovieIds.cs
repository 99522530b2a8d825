using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Api.Serving;

/// <summary>Finds movies by every id they go by: MovieLens's, IMDb's (<c>imdb:tt0133093</c>), TMDB's (<c>tmdb:603</c>).</summary>
internal sealed class MovieIds(MovieCatalog catalog)
{
    public const string Forms = "a MovieLens id such as 603, 'imdb:tt0133093' or 'tmdb:603'";

    private readonly Lazy<Dictionary<int, int>> byImdb = new(() =>
        ByNumber(catalog, movie => TryReadImdb(movie.ImdbId, out int number) ? number : null)
    );

    private readonly Lazy<Dictionary<int, int>> byTmdb = new(() => ByNumber(catalog, movie => movie.TmdbId));

    public bool TryGet(int id, out ItemIndex index) => catalog.Items.TryGetIndex(new ItemId(id), out index);

    /// <returns>Whether the text has one of the forms and there is such a movie.</returns>
    public MovieLookup Find(ReadOnlySpan<char> text, out ItemIndex index)
    {
        index = default;
        bool found;
        if (TryRead(text, out int id))
        {
            found = TryGet(id, out index);
        }
        else if (text.StartsWith("imdb:", StringComparison.OrdinalIgnoreCase))
        {
            if (!TryReadImdb(text[5..], out id))
            {
                return MovieLookup.Malformed;
            }

            found = byImdb.Value.TryGetValue(id, out int item);
            index = new ItemIndex(item);
        }
        else if (text.StartsWith("tmdb:", StringComparison.OrdinalIgnoreCase))
        {
            if (!TryRead(text[5..], out id))
            {
                return MovieLookup.Malformed;
            }

            found = byTmdb.Value.TryGetValue(id, out int item);
            index = new ItemIndex(item);
        }
        else
        {
            return MovieLookup.Malformed;
        }

        return found ? MovieLookup.Found : MovieLookup.Unknown;
    }

    public bool HasImdb(string imdbId) => TryReadImdb(imdbId, out int number) && byImdb.Value.ContainsKey(number);

    public bool HasTmdb(int tmdbId) => byTmdb.Value.ContainsKey(tmdbId);

    /// <summary>An IMDb id as the catalogue writes it: leading zeros to seven digits, without <c>tt</c>.</summary>
    public static string? NormalImdb(string text) =>
        TryReadImdb(text, out int number) ? number.ToString("0000000", CultureInfo.InvariantCulture) : null;

    // Leading zeros differ between sources.
    private static bool TryReadImdb(ReadOnlySpan<char> text, out int number) =>
        TryRead(text.StartsWith("tt", StringComparison.OrdinalIgnoreCase) ? text[2..] : text, out number);

    private static bool TryRead(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    // MovieLens lists some films twice under one TMDB id: the first, which is the better known, stands.
    private static Dictionary<int, int> ByNumber(MovieCatalog catalog, Func<Movie, int?> number)
    {
        var items = new Dictionary<int, int>(catalog.Count);
        for (int item = 0; item < catalog.Count; item++)
        {
            if (number(catalog.Movies[item]) is { } key)
            {
                items.TryAdd(key, item);
            }
        }

        return items;
    }
}

internal enum MovieLookup
{
    Found,
    Unknown,
    Malformed,
}
