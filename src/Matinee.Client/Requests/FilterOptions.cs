using Matinee.Client.Http;

namespace Matinee.Client;

/// <summary>Which movies a list may hold, and which part of it is wanted. What is null is left to the server.</summary>
public abstract record FilterOptions
{
    private protected FilterOptions() { }

    /// <summary>Length of the list, 1 to 100. Default: 5 recommendations, 10 similar movies.</summary>
    public int? Limit { get; init; }

    /// <summary>How many to pass over: 10 gives the second ten. Default 0.</summary>
    public int? Offset { get; init; }

    /// <summary>A movie has one of these; empty: any. Case does not matter.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>A movie has none of these.</summary>
    public IReadOnlyList<string> ExcludedGenres { get; init; } = [];

    /// <summary>First release year; movies of unknown year are left out then.</summary>
    public int? YearMin { get; init; }

    /// <summary>Last release year; movies of unknown year are left out then.</summary>
    public int? YearMax { get; init; }

    /// <summary>Ratings in the training data that a movie needs. Default 0.</summary>
    public int? MinRatings { get; init; }

    /// <summary>The only movies that may be listed, 1 to 1 000, within the user's allow-list if there is one; null: any.</summary>
    public IReadOnlyList<MovieRef>? Only { get; init; }

    internal virtual Address Add(Address address) =>
        address
            .With("limit", Limit)
            .With("offset", Offset)
            .WithGenres(Genres, ExcludedGenres)
            .With("year_min", YearMin)
            .With("year_max", YearMax)
            .With("min_ratings", MinRatings)
            .With("only", Only);
}
