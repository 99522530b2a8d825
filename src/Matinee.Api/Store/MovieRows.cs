namespace Matinee.Api.Store;

internal static class MovieRows
{
    public static MovieRow From(StoredMovie movie) =>
        new()
        {
            Id = movie.Id,
            Title = movie.Title,
            Year = movie.Year,
            Genres = [.. movie.Genres],
            Tags = [.. movie.Tags],
            ImdbId = movie.ImdbId,
            TmdbId = movie.TmdbId,
            Plot = movie.Plot,
            AddedAt = movie.AddedAt,
        };

    public static StoredMovie ToMovie(MovieRow row) =>
        new()
        {
            Id = row.Id,
            Title = row.Title,
            Year = row.Year,
            Genres = row.Genres,
            Tags = row.Tags,
            ImdbId = row.ImdbId,
            TmdbId = row.TmdbId,
            Plot = row.Plot,
            AddedAt = row.AddedAt,
        };
}
