namespace Matinee.Data.Tests;

internal static class MovieFields
{
    /// <summary>What the raw files say of each movie, in one line of text: id, title, year, genres.</summary>
    public static string[] Described(this Dataset dataset) =>
        [
            .. dataset
                .Catalog.Movies.OrderBy(movie => movie.Id.Value)
                .Select(movie => $"{movie.Id.Value} {movie.Title} | {movie.Year} | {string.Join(", ", movie.Genres)}"),
        ];
}
