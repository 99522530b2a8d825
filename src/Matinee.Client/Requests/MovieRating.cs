namespace Matinee.Client;

/// <summary>A movie and its stars.</summary>
/// <param name="MovieId">A MovieLens id, or <see cref="MovieRef.Imdb"/>, or <see cref="MovieRef.Tmdb"/>.</param>
/// <param name="Rating">Half stars, 0.5 to 5.</param>
/// <param name="Timestamp">When it was rated; null: now.</param>
public sealed record MovieRating(MovieRef MovieId, double Rating, DateTimeOffset? Timestamp = null);

/// <summary>What a visitor without an id brings; the server stores nothing of it.</summary>
public sealed record Visitor
{
    /// <summary>At most 10 000, of distinct movies. None: what everyone likes.</summary>
    public IReadOnlyList<MovieRating> Ratings { get; init; } = [];

    /// <summary>Movies never to recommend, at most 10 000; unknown ones change nothing.</summary>
    public IReadOnlyList<MovieRef> Hidden { get; init; } = [];

    /// <summary>The only movies to recommend, at most 100 000; null: any. Unknown ones change nothing.</summary>
    public IReadOnlyList<MovieRef>? Only { get; init; }
}

/// <summary>How a group's wishes become one.</summary>
public enum GroupStrategy
{
    /// <summary>The mean of what a movie is to each.</summary>
    Average,

    /// <summary>What it is to the one who wants it least.</summary>
    LeastMisery,
}

/// <summary>One of the people who watch together.</summary>
public sealed record GroupMember
{
    private GroupMember() { }

    /// <summary>Null for a visitor.</summary>
    public int? UserId { get; private init; }

    /// <summary>A visitor's; null for a user.</summary>
    public IReadOnlyList<MovieRating>? Ratings { get; private init; }

    public static GroupMember User(int userId) => new() { UserId = userId };

    /// <param name="ratings">At most 10 000 in all members together.</param>
    public static GroupMember Visitor(IReadOnlyList<MovieRating> ratings) => new() { Ratings = ratings };
}
