using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Api.Store.Export;

/// <summary>The model's movies and those that were added since, by ascending id.</summary>
public static class MergedMovies
{
    /// <param name="added">One that the catalogue has meanwhile, from an export before, is the catalogue's.</param>
    public static IReadOnlyList<Movie> Of(MovieCatalog catalog, IReadOnlyList<StoredMovie> added) =>
        [
            .. catalog
                .Movies.Concat(
                    added.Where(movie => !catalog.Items.TryGetIndex(new ItemId(movie.Id), out _)).Select(ToMovie)
                )
                .OrderBy(movie => movie.Id.Value),
        ];

    private static Movie ToMovie(StoredMovie movie) =>
        new()
        {
            Id = new ItemId(movie.Id),
            Title = movie.Title,
            Year = movie.Year,
            Genres = movie.Genres,
            Tags = [.. movie.Tags.Select(tag => new MovieTag(tag, 1))],
            ImdbId = movie.ImdbId,
            TmdbId = movie.TmdbId,
            Plot = movie.Plot,
        };
}
