namespace Matinee.Api.Store.Export;

/// <param name="Ratings">By ascending movie id; none that was removed.</param>
public sealed record UserRatings(int UserId, IReadOnlyList<StoredRating> Ratings);
