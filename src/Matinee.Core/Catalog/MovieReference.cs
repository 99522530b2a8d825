using System.Globalization;

namespace Matinee.Core.Catalog;

/// <summary>Whose number a movie is named by.</summary>
public enum MovieNumbering
{
    MovieLens,
    Imdb,
    Tmdb,
}

/// <summary>A movie as people name it: <c>2571</c>, <c>imdb:tt0133093</c> (also <c>tt0133093</c>), <c>tmdb:603</c>.</summary>
public readonly record struct MovieReference(MovieNumbering Numbering, long Number)
{
    private const int MostShown = 50;

    /// <param name="id">A MovieLens id, or the one that a server gave an added movie.</param>
    public static implicit operator MovieReference(int id) => Id(id);

    /// <param name="id">A MovieLens id, or the one that a server gave an added movie.</param>
    public static MovieReference Id(int id) => new(MovieNumbering.MovieLens, id);

    /// <param name="id">Such as <c>tt0133093</c>.</param>
    /// <exception cref="MatineeException">It is no such text.</exception>
    public static MovieReference Imdb(string id) => Parse($"imdb:{id}");

    /// <param name="id">Such as 603.</param>
    public static MovieReference Tmdb(int id) => new(MovieNumbering.Tmdb, id);

    public static bool TryParse(string text, out MovieReference reference)
    {
        ReadOnlySpan<char> number = text;
        MovieNumbering numbering =
            Skip("imdb:", ref number) ? MovieNumbering.Imdb
            : Skip("tmdb:", ref number) ? MovieNumbering.Tmdb
            : MovieNumbering.MovieLens;
        if (numbering != MovieNumbering.Tmdb && Skip("tt", ref number))
        {
            numbering = MovieNumbering.Imdb;
        }

        bool isNumber = long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long value);
        reference = new MovieReference(numbering, value);
        return isNumber && value > 0 && (value <= int.MaxValue || numbering == MovieNumbering.Imdb);
    }

    /// <exception cref="MatineeException">It has none of the three forms.</exception>
    public static MovieReference Parse(string text) =>
        TryParse(text, out MovieReference reference)
            ? reference
            : throw new MatineeException(
                $"'{(text.Length > MostShown ? text[..MostShown] + "…" : text)}' names no movie. Give a MovieLens id as 2571, "
                    + "or imdb:tt0133093, or tmdb:603."
            );

    public override string ToString() =>
        Numbering switch
        {
            MovieNumbering.Imdb => string.Create(CultureInfo.InvariantCulture, $"imdb:tt{Number:D7}"),
            MovieNumbering.Tmdb => string.Create(CultureInfo.InvariantCulture, $"tmdb:{Number}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Number}"),
        };

    private static bool Skip(string prefix, ref ReadOnlySpan<char> text)
    {
        bool starts = text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
        text = starts ? text[prefix.Length..] : text;
        return starts;
    }
}
