namespace Matinee.Api.Contracts;

/// <summary>What was found.</summary>
public sealed record SearchPage
{
    /// <summary><c>hybrid</c>: by words and by meaning; <c>lexical</c>: by words only.</summary>
    public required string Mode { get; init; }

    /// <summary>Why the search was lexical; null where it was not.</summary>
    public required string? Note { get; init; }

    /// <summary>Best first.</summary>
    public required IReadOnlyList<FoundMovie> Results { get; init; }
}

/// <param name="Score">Comparable within one answer only.</param>
/// <param name="IsTitle">Whether a title of the movie is just what was asked for.</param>
public sealed record FoundMovie(double Score, bool IsTitle, MovieAnswer Movie);
