using Matinee.Imports.Preview;

namespace Matinee.Api.Contracts;

/// <summary>What was stored, and from what.</summary>
public sealed record ImportAnswer
{
    public required int UserId { get; init; }
    public required ImportStored Stored { get; init; }

    /// <summary>All that the user has now.</summary>
    public required int TotalRatings { get; init; }

    /// <summary>With the choices.</summary>
    public required ImportPreview Preview { get; init; }
}

/// <param name="Ratings">Movies rated, also those that had the same rating before.</param>
/// <param name="Kept">Movies that keep the rating which the user gave here later than in the file.</param>
/// <param name="Watched">Unrated movies that were watched, and now count.</param>
/// <param name="Liked">Unrated movies with a heart, which now count.</param>
/// <param name="Hidden">Movies of the watchlist that are not recommended from now on.</param>
/// <param name="Allowed">Length of the new allow-list; null: it was not asked for.</param>
public sealed record ImportStored(int Ratings, int Kept, int Watched, int Liked, int Hidden, int? Allowed);
