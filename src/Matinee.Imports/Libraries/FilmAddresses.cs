using System.Globalization;
using System.Text.RegularExpressions;

namespace Matinee.Imports.Libraries;

/// <summary>Numbers of IMDb and TMDB in the ways that media servers and their tools write them.</summary>
internal static partial class FilmAddresses
{
    /// <summary><c>tt0133093</c>, <c>133093</c>, an address.</summary>
    public static long? Imdb(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        Match match = ImdbNumber().Match(text);
        return match.Success ? Number(match.Groups["number"].ValueSpan) : null;
    }

    /// <summary><c>603</c>, an address.</summary>
    public static int? Tmdb(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        Match match = TmdbNumber().Match(text);
        return match.Success ? (int?)Number(match.Groups["number"].ValueSpan, int.MaxValue) : null;
    }

    /// <summary>
    /// The first of each kind in a text: <c>imdb://tt0133093</c>, <c>com.plexapp.agents.themoviedb://603?lang=en</c>, addresses of
    /// pages.
    /// </summary>
    public static FilmNumbers In(string? text) =>
        string.IsNullOrEmpty(text)
            ? default
            : new FilmNumbers(
                Imdb: Addresses()
                    .Matches(text)
                    .Where(match => match.Groups["imdb"].Success)
                    .Select(match => Number(match.Groups["imdb"].ValueSpan))
                    .FirstOrDefault(number => number is not null),
                Tmdb: (int?)
                    Addresses()
                        .Matches(text)
                        .Where(match => match.Groups["tmdb"].Success)
                        .Select(match => Number(match.Groups["tmdb"].ValueSpan, int.MaxValue))
                        .FirstOrDefault(number => number is not null)
            );

    public static FilmNumbers Or(this FilmNumbers one, FilmNumbers other) =>
        new(one.MovieLens ?? other.MovieLens, one.Imdb ?? other.Imdb, one.Tmdb ?? other.Tmdb);

    // 0 is how some write that there is none.
    private static long? Number(ReadOnlySpan<char> digits, long most = long.MaxValue) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        && number > 0
        && number <= most
            ? number
            : null;

    [GeneratedRegex(
        @"^((imdb://|https?://([a-z]+\.)?imdb\.com/([a-z-]+/)?title/)?tt)?(?<number>[0-9]{1,12})([/?#].*)?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ImdbNumber();

    [GeneratedRegex(
        @"^(tmdb://|(https?://(www\.)?themoviedb\.org)?/?movie/)?(?<number>[0-9]{1,10})([-/?#].*)?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TmdbNumber();

    [GeneratedRegex(
        @"(imdb://|imdb\.com/([a-z-]{1,8}/)?title/)tt(?<imdb>[0-9]{1,12})|((tmdb|themoviedb)://|themoviedb\.org/movie/)(?<tmdb>[0-9]{1,10})",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Addresses();
}
