using Matinee.Core.Interactions;

namespace Matinee.Core.Catalog;

/// <summary>
/// Every known movie by item index. The first <see cref="RankedCount"/> pass the rating thresholds and are what
/// collaborative models cover and evaluation ranks; the rest are known to the catalogue only.
/// Both groups ascend by movie id, so "lower index first" breaks ties as "lower movie id first".
/// </summary>
public sealed class MovieCatalog
{
    private readonly IReadOnlyList<Movie> movies;

    public MovieCatalog(IReadOnlyList<Movie> movies, int rankedCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rankedCount, movies.Count);
        this.movies = movies;
        RankedCount = rankedCount;
        Items = new ItemMap([.. movies.Select(movie => movie.Id.Value)]);
    }

    public int Count => movies.Count;
    public int RankedCount { get; }
    public ItemMap Items { get; }
    public IReadOnlyList<Movie> Movies => movies;

    public Movie this[ItemIndex index] => movies[index.Value];
}
