using Matinee.Client.Http;

namespace Matinee.Client;

/// <summary>In which order movies are listed.</summary>
public enum MovieSort
{
    /// <summary>How well the title fits the query.</summary>
    Relevance,

    /// <summary>Most rated first.</summary>
    Popularity,

    /// <summary>Best rated first.</summary>
    Rating,

    /// <summary>Latest first.</summary>
    Year,

    Title,
}

/// <summary>Which movies are listed. What is null is left to the server.</summary>
public sealed record MovieListOptions
{
    /// <summary>Words of the title in any order, the last one perhaps unfinished; slips of the pen are forgiven. Null: all movies.</summary>
    public string? Query { get; init; }

    /// <summary>A movie has one of these; empty: any.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>A movie has none of these.</summary>
    public IReadOnlyList<string> ExcludedGenres { get; init; } = [];

    /// <summary>Default: relevance.</summary>
    public MovieSort? Sort { get; init; }

    /// <summary>Length of the page, 1 to 100. Default 20.</summary>
    public int? Limit { get; init; }

    /// <summary><see cref="MoviesPage.NextCursor"/> of the page before; null: the first page.</summary>
    public string? Cursor { get; init; }

    internal Address Add(Address address) =>
        address
            .With("query", Query)
            .WithGenres(Genres, ExcludedGenres)
            .With("sort", Sort?.ToString().ToLowerInvariant())
            .With("limit", Limit)
            .With("cursor", Cursor);
}

/// <summary>What a search may find.</summary>
public sealed record SearchOptions
{
    /// <summary>A movie has one of these; empty: any.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>A movie has none of these.</summary>
    public IReadOnlyList<string> ExcludedGenres { get; init; } = [];

    /// <summary>How many, 1 to 100. Default 20.</summary>
    public int? Limit { get; init; }

    internal Address Add(Address address) => address.WithGenres(Genres, ExcludedGenres).With("limit", Limit);
}

/// <summary>Which part of a list is wanted. What is null is left to the server.</summary>
public sealed record PageOptions
{
    /// <summary>Length of the page, 1 to 1 000. Default 100.</summary>
    public int? Limit { get; init; }

    /// <summary>How many to pass over. Default 0.</summary>
    public int? Offset { get; init; }

    internal Address Add(Address address) => address.With("limit", Limit).With("offset", Offset);
}

/// <summary>How wide a poster is.</summary>
public enum PosterSize
{
    /// <summary>185 pixels.</summary>
    Small,

    /// <summary>342 pixels.</summary>
    Medium,

    /// <summary>500 pixels.</summary>
    Large,
}
