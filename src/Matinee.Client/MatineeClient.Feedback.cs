using Matinee.Client.Http;

namespace Matinee.Client;

public sealed partial class MatineeClient
{
    /// <summary>Movies that a user is never recommended.</summary>
    [Operation("listHidden")]
    public Task<MovieIdList> ListHiddenAsync(int userId, CancellationToken cancellation = default) =>
        connection.GetAsync(new Address($"api/users/{userId}/hidden"), ClientJson.Default.MovieIdList, cancellation);

    /// <summary>Never recommend a movie to a user.</summary>
    [Operation("hideMovie")]
    public Task HideMovieAsync(int userId, MovieRef movie, CancellationToken cancellation = default) =>
        connection.SendAsync(HttpMethod.Put, new Address($"api/users/{userId}/hidden/{movie}"), cancellation);

    /// <summary>Recommend a movie again.</summary>
    [Operation("unhideMovie")]
    public Task UnhideMovieAsync(int userId, MovieRef movie, CancellationToken cancellation = default) =>
        connection.SendAsync(HttpMethod.Delete, new Address($"api/users/{userId}/hidden/{movie}"), cancellation);

    /// <summary>The only movies that a user is recommended.</summary>
    [Operation("getAllowList")]
    public Task<AllowList> GetAllowListAsync(int userId, CancellationToken cancellation = default) =>
        connection.GetAsync(new Address($"api/users/{userId}/allow-list"), ClientJson.Default.AllowList, cancellation);

    /// <summary>Keeps a user's recommendations to these movies, and to none where there are none.</summary>
    /// <param name="movies">At most 100 000; those that the catalogue lacks are named in the answer.</param>
    [Operation("putAllowList")]
    public Task<StoredAllowList> PutAllowListAsync(
        int userId,
        IReadOnlyList<MovieRef> movies,
        CancellationToken cancellation = default
    ) =>
        connection.SendAsync(
            HttpMethod.Put,
            new Address($"api/users/{userId}/allow-list"),
            Connection.Json(new AllowListBody(movies), ClientJson.Default.AllowListBody),
            ClientJson.Default.StoredAllowList,
            cancellation
        );

    /// <summary>Recommend any movie again.</summary>
    [Operation("deleteAllowList")]
    public Task DeleteAllowListAsync(int userId, CancellationToken cancellation = default) =>
        connection.SendAsync(HttpMethod.Delete, new Address($"api/users/{userId}/allow-list"), cancellation);

    /// <summary>Says what a user watched, liked or clicked: all events are stored, or none.</summary>
    /// <param name="events">1 to 1 000.</param>
    [Operation("addEvents")]
    public Task<StoredEvents> AddEventsAsync(
        int userId,
        IReadOnlyList<MovieEvent> events,
        CancellationToken cancellation = default
    ) =>
        connection.SendAsync(
            HttpMethod.Post,
            new Address($"api/users/{userId}/events"),
            Connection.Json(new EventsBody(events), ClientJson.Default.EventsBody),
            ClientJson.Default.StoredEvents,
            cancellation
        );
}
