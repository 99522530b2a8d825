using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Imports.Preview;

public sealed record ImportMovie(int Id, string Title, int? Year, IReadOnlyList<string> Genres)
{
    internal static ImportMovie Of(ItemIndex item, MovieCatalog catalog)
    {
        Movie movie = catalog[item];
        return new ImportMovie(movie.Id.Value, movie.Title, movie.Year, movie.Genres);
    }
}
