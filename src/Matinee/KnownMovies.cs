using Matinee.Core;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee;

/// <summary>Movies as callers name them, as item indices.</summary>
internal sealed class KnownMovies(MovieCatalog catalog, string modelPath)
{
    private readonly MovieNumbers numbers = new(catalog.Movies);

    public bool TryFind(MovieReference movie, out ItemIndex item)
    {
        bool found = numbers.TryFind(movie, out int index);
        item = new ItemIndex(index);
        return found;
    }

    /// <exception cref="MatineeException">There is no such movie.</exception>
    public ItemIndex Get(MovieReference movie) =>
        TryFind(movie, out ItemIndex item)
            ? item
            : throw new MatineeException(
                $"There is no movie {movie} in {modelPath}. Ask Find first, which gives null for such, or FindByTitle."
            );

    /// <summary>Those that there are, ascending.</summary>
    public int[] Items(IEnumerable<MovieReference> movies)
    {
        var items = new SortedSet<int>();
        foreach (MovieReference movie in movies)
        {
            if (TryFind(movie, out ItemIndex item))
            {
                items.Add(item.Value);
            }
        }

        return [.. items];
    }
}
