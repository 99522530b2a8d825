namespace Matinee.Client;

/// <summary>A movie that the model has never seen.</summary>
/// <param name="Title">1 to 500 characters, without the year or with it: <c>The Matrix (1999)</c>.</param>
public sealed record NewMovie(string Title)
{
    /// <summary>1870 to 2100; null: the one at the title's end.</summary>
    public int? Year { get; init; }

    /// <summary>At most 20, of at most 50 characters.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>At most 50, of at most 100 characters, the main one first.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Such as <c>tt0133093</c>.</summary>
    public string? ImdbId { get; init; }

    /// <summary>At least 1.</summary>
    public int? TmdbId { get; init; }

    /// <summary>What happens in it, at most 5 000 characters.</summary>
    public string? Plot { get; init; }
}
