using Matinee.Api.Serving;
using Matinee.Core;

namespace Matinee.Api.Http;

/// <param name="Wanted">A movie has one of them; empty: any.</param>
/// <param name="Excluded">A movie has none of them.</param>
internal readonly record struct GenreChoice(IReadOnlyList<string> Wanted, IReadOnlyList<string> Excluded);

internal static class GenreReading
{
    /// <summary>Genres of the catalogue; any other is an error that names the nearest.</summary>
    public static GenreChoice Genres(this QueryReader query, ServedModel model)
    {
        IReadOnlyList<string> genres = query.Texts(CommonParameters.Genre);
        if (genres.Count == 0)
        {
            return new GenreChoice([], []);
        }

        string[] excluded = [.. genres.Where(genre => genre.StartsWith('!')).Select(genre => genre[1..])];
        string[] wanted = [.. genres.Where(genre => !genre.StartsWith('!'))];
        foreach (string genre in wanted.Concat(excluded))
        {
            if (!model.Genres.Contains(genre))
            {
                query.Errors.Add(
                    CommonParameters.Genre.Name,
                    $"genre must be one that movies have, not '{QueryReader.Shown(genre)}'. {Hint(genre, model)}"
                );
            }
        }

        return new GenreChoice(wanted, excluded);
    }

    private static string Hint(string genre, ServedModel model) =>
        NearestName.Find(genre, model.Genres, ignoreCase: true) is { } near
            ? $"Did you mean '{near}'?"
            : $"There are {string.Join(", ", model.Genres.Order(StringComparer.Ordinal).Take(30))}.";
}
