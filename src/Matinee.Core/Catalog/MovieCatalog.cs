using Matinee.Core.Interactions;

namespace Matinee.Core.Catalog;

/// <summary>
/// Every known movie by item index. The first <see cref="RankedCount"/> pass the rating thresholds and are what
/// collaborative models cover and evaluation ranks; the rest are known to the catalogue only.
/// Both groups ascend by movie id, so "lower index first" breaks ties as "lower movie id first". Movies that were added to a
/// trained model's catalogue come after all of these.
/// </summary>
public sealed class MovieCatalog
{
    private readonly IReadOnlyList<Movie> movies;

    public MovieCatalog(IReadOnlyList<Movie> movies, int rankedCount)
        : this(movies, rankedCount, movies.Count) { }

    private MovieCatalog(IReadOnlyList<Movie> movies, int rankedCount, int addedFrom)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rankedCount, addedFrom);
        this.movies = movies;
        RankedCount = rankedCount;
        AddedFrom = addedFrom;
        Items = new ItemMap([.. movies.Select(movie => movie.Id.Value)]);
    }

    public int Count => movies.Count;
    public int RankedCount { get; }

    /// <summary>Movies from this index on were added after the model was trained; <see cref="Count"/> where none were.</summary>
    public int AddedFrom { get; }

    public ItemMap Items { get; }
    public IReadOnlyList<Movie> Movies => movies;

    public Movie this[ItemIndex index] => movies[index.Value];

    /// <summary>The same catalogue with more movies behind, in their order.</summary>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public MovieCatalog With(IReadOnlyList<Movie> added) => new([.. movies, .. added], RankedCount, AddedFrom);
}
