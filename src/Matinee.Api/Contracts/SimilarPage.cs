namespace Matinee.Api.Contracts;

/// <summary>Movies like a movie.</summary>
public sealed record SimilarPage
{
    public required int MovieId { get; init; }

    /// <summary><c>blended</c>, <c>collaborative</c> or <c>textual</c>.</summary>
    public required string By { get; init; }

    /// <summary>The most alike first; those that are not alike at all are left out.</summary>
    public required IReadOnlyList<SimilarMovieAnswer> Movies { get; init; }
}

/// <param name="Score">What the list is sorted by, 0 to 1.</param>
/// <param name="Collaborative">Likeness by ratings, 1 for the most alike movie; null where nobody has rated either.</param>
/// <param name="Textual">Likeness of what they say of themselves, 0 to 1; 0 where only ratings were compared.</param>
public sealed record SimilarMovieAnswer(double Score, double? Collaborative, double Textual, MovieAnswer Movie);
