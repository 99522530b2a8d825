using Matinee.Client.Http;

namespace Matinee.Client;

public sealed partial class MatineeClient
{
    /// <summary>A new user, perhaps with ratings.</summary>
    /// <param name="ratings">At most 10 000, of distinct movies; null: none.</param>
    [Operation("createUser")]
    public Task<User> CreateUserAsync(
        IReadOnlyList<MovieRating>? ratings = null,
        CancellationToken cancellation = default
    ) =>
        connection.SendAsync(
            HttpMethod.Post,
            new Address($"api/users"),
            ratings is null ? null : Connection.Json(new RatingsBody(ratings), ClientJson.Default.RatingsBody),
            ClientJson.Default.User,
            cancellation
        );

    [Operation("getUser")]
    public Task<User> GetUserAsync(int userId, CancellationToken cancellation = default) =>
        connection.GetAsync(new Address($"api/users/{userId}"), ClientJson.Default.User, cancellation);

    /// <summary>Deletes everything about a user, for good. Erasing again changes nothing.</summary>
    [Operation("eraseUser")]
    public Task EraseUserAsync(int userId, CancellationToken cancellation = default) =>
        connection.SendAsync(HttpMethod.Delete, new Address($"api/users/{userId}"), cancellation);

    /// <summary>Everything that the server knows about a user.</summary>
    [Operation("exportUser")]
    public Task<UserExport> ExportUserAsync(int userId, CancellationToken cancellation = default) =>
        connection.GetAsync(new Address($"api/users/{userId}/export"), ClientJson.Default.UserExport, cancellation);
}
