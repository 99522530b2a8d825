using Matinee.Core.Catalog;

namespace Matinee.Data.Export;

/// <summary>A data set to be written as MovieLens's files.</summary>
public sealed record MovieLensContent
{
    public required IReadOnlyList<Movie> Movies { get; init; }

    /// <summary>In the order of the file; read once. Those of movies that <see cref="Movies"/> lacks are left out.</summary>
    public required IEnumerable<MovieLensRating> Ratings { get; init; }

    /// <summary>Whether the ratings are made up, which whatever reads the folder must know.</summary>
    public bool Simulated { get; init; }
}

/// <param name="Stars">0.5 to 5.</param>
/// <param name="Timestamp">Seconds since 1970 UTC.</param>
public readonly record struct MovieLensRating(int UserId, int MovieId, float Stars, long Timestamp);

/// <param name="UnknownMovies">Ratings that were left out.</param>
public sealed record MovieLensCounts(int Users, int Movies, long Ratings, long UnknownMovies);
