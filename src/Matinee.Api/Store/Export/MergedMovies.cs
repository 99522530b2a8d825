using Matinee.Core.Catalog;

namespace Matinee.Api.Store.Export;

/// <summary>The model's movies and those that were added since, by ascending id.</summary>
public static class MergedMovies
{
    /// <param name="added">One that the catalogue has meanwhile, from an export before, is the catalogue's.</param>
    public static IReadOnlyList<Movie> Of(MovieCatalog catalog, IReadOnlyList<StoredMovie> added) =>
        [.. catalog.Movies.Concat(StoredMovie.NotIn(catalog, added)).OrderBy(movie => movie.Id.Value)];
}
