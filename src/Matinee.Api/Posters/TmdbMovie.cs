using System.Globalization;
using Matinee.Core.Catalog;

namespace Matinee.Api.Posters;

/// <summary>The numbers that TMDB finds a movie by; one of them at least.</summary>
/// <param name="ImdbId">Digits, without <c>tt</c>.</param>
internal readonly record struct TmdbMovie(int? TmdbId, string? ImdbId)
{
    private const int MostDigits = 12;

    /// <summary>What the cache calls it: <c>tmdb-603</c>, <c>imdb-0133093</c>.</summary>
    public string Name =>
        TmdbId is { } id ? string.Create(CultureInfo.InvariantCulture, $"tmdb-{id}") : $"imdb-{ImdbId}";

    public static bool TryOf(Movie movie, out TmdbMovie found)
    {
        // Both stand in addresses and names of files: nothing but digits may.
        int? tmdb = movie.TmdbId is > 0 ? movie.TmdbId : null;
        string? imdb =
            movie.ImdbId is { Length: > 0 and <= MostDigits } text && text.All(char.IsAsciiDigit) ? text : null;
        found = new TmdbMovie(tmdb, imdb);
        return tmdb is not null || imdb is not null;
    }
}
