using Matinee.Client.Http;

namespace Matinee.Client;

public sealed partial class MatineeClient
{
    /// <summary>Recommendations for a user; ratings that were given a moment ago count.</summary>
    [Operation("recommendForUser")]
    public Task<Recommendations> RecommendAsync(
        int userId,
        RecommendationOptions? options = null,
        CancellationToken cancellation = default
    ) =>
        connection.GetAsync(
            (options ?? new()).Add(new Address($"api/recommendations/{userId}")),
            ClientJson.Default.Recommendations,
            cancellation
        );

    /// <summary>Recommendations for a visitor, from their ratings; nothing is stored.</summary>
    [Operation("recommendForVisitor")]
    public Task<Recommendations> RecommendAsync(
        Visitor visitor,
        RecommendationOptions? options = null,
        CancellationToken cancellation = default
    ) =>
        connection.SendAsync(
            HttpMethod.Post,
            (options ?? new()).Add(new Address($"api/recommendations")),
            Connection.Json(visitor, ClientJson.Default.Visitor),
            ClientJson.Default.Recommendations,
            cancellation
        );

    /// <summary>Recommendations for a wish in a person's own words: genres, years, how many, what about, like which movie.</summary>
    /// <param name="wish">1 to 1 000 characters: <c>something funny from the 90s, no horror</c>.</param>
    /// <param name="userId">Whose wish it is; null for a visitor.</param>
    /// <param name="ratings">A visitor's, at most 10 000; must be null beside a user id.</param>
    [Operation("ask")]
    public Task<AskedRecommendations> AskAsync(
        string wish,
        int? userId = null,
        IReadOnlyList<MovieRating>? ratings = null,
        CancellationToken cancellation = default
    ) =>
        connection.SendAsync(
            HttpMethod.Post,
            new Address($"api/ask"),
            Connection.Json(new AskBody(wish, userId, ratings), ClientJson.Default.AskBody),
            ClientJson.Default.AskedRecommendations,
            cancellation
        );

    /// <summary>One list for several people who watch together.</summary>
    /// <param name="members">1 to 20.</param>
    [Operation("recommendForGroup")]
    public Task<GroupRecommendations> RecommendForGroupAsync(
        IReadOnlyList<GroupMember> members,
        GroupStrategy strategy = GroupStrategy.Average,
        ListOptions? options = null,
        CancellationToken cancellation = default
    ) =>
        connection.SendAsync(
            HttpMethod.Post,
            (options ?? new()).Add(new Address($"api/groups/recommendations")),
            Connection.Json(
                new GroupBody(members, strategy == GroupStrategy.LeastMisery ? "least-misery" : "average"),
                ClientJson.Default.GroupBody
            ),
            ClientJson.Default.GroupRecommendations,
            cancellation
        );

    /// <summary>A user's whole list, best first, asked for page by page as it is read.</summary>
    /// <param name="options"><see cref="FilterOptions.Limit"/> is the length of a page.</param>
    public IAsyncEnumerable<RecommendedMovie> EnumerateRecommendationsAsync(
        int userId,
        RecommendationOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        RecommendationOptions first = options ?? new();
        return Paging.ByOffset(
            first.Limit ?? Paging.LongestList,
            first.Offset ?? 0,
            async (limit, offset, token) =>
                (
                    await RecommendAsync(userId, first with { Limit = limit, Offset = offset }, token)
                        .ConfigureAwait(false)
                ).Movies,
            cancellation
        );
    }
}
