using Matinee.Client.Http;

namespace Matinee.Client;

public sealed partial class MatineeClient
{
    /// <summary>A page of a user's ratings, the latest first.</summary>
    [Operation("listRatings")]
    public Task<RatingsPage> ListRatingsAsync(
        int userId,
        PageOptions? options = null,
        CancellationToken cancellation = default
    ) =>
        connection.GetAsync(
            (options ?? new()).Add(new Address($"api/users/{userId}/ratings")),
            ClientJson.Default.RatingsPage,
            cancellation
        );

    /// <summary>All of a user's ratings, the latest first, asked for page by page as they are read.</summary>
    public IAsyncEnumerable<RatedMovie> EnumerateRatingsAsync(
        int userId,
        PageOptions? options = null,
        CancellationToken cancellation = default
    ) =>
        Paging.ByNext<RatedMovie, int?>(
            options?.Offset,
            async (offset, token) =>
            {
                RatingsPage page = await ListRatingsAsync(userId, (options ?? new()) with { Offset = offset }, token)
                    .ConfigureAwait(false);
                return (page.Ratings, page.NextOffset);
            },
            cancellation
        );

    /// <summary>Rates a movie: stored when this returns, and counted in the next list. Sending it again changes nothing.</summary>
    /// <param name="rating">Half stars, 0.5 to 5.</param>
    /// <param name="timestamp">When it was rated; null: now, or as it was where the same stars are given again.</param>
    /// <param name="recommendationId">
    /// <see cref="Recommendations.RecommendationId"/> of the list that the user found the movie in; null: none. It shows how good the
    /// model is (<see cref="ModelFacts.Online"/>), and changes nothing else.
    /// </param>
    [Operation("putRating")]
    public Task<RatedMovie> PutRatingAsync(
        int userId,
        MovieRef movie,
        double rating,
        DateTimeOffset? timestamp = null,
        string? recommendationId = null,
        CancellationToken cancellation = default
    ) =>
        connection.SendAsync(
            HttpMethod.Put,
            new Address($"api/users/{userId}/ratings/{movie}"),
            Connection.Json(new RatingBody(rating, timestamp, recommendationId), ClientJson.Default.RatingBody),
            ClientJson.Default.RatedMovie,
            cancellation
        );

    /// <summary>Rates many movies at once: all or none.</summary>
    /// <param name="ratings">1 to 10 000, of distinct movies.</param>
    /// <param name="recommendationId">
    /// <see cref="Recommendations.RecommendationId"/> of the list that the user found some of these movies in; null: none.
    /// </param>
    [Operation("putRatings")]
    public Task<StoredRatings> PutRatingsAsync(
        int userId,
        IReadOnlyList<MovieRating> ratings,
        string? recommendationId = null,
        CancellationToken cancellation = default
    ) =>
        connection.SendAsync(
            HttpMethod.Post,
            new Address($"api/users/{userId}/ratings:batch"),
            Connection.Json(new RatingsBody(ratings, recommendationId), ClientJson.Default.RatingsBody),
            ClientJson.Default.StoredRatings,
            cancellation
        );

    /// <summary>Takes a rating back, also one of the training data. Where there is none, nothing changes.</summary>
    [Operation("deleteRating")]
    public Task DeleteRatingAsync(int userId, MovieRef movie, CancellationToken cancellation = default) =>
        connection.SendAsync(HttpMethod.Delete, new Address($"api/users/{userId}/ratings/{movie}"), cancellation);
}
