namespace Matinee.Client.Http;

/// <summary>Bodies whose parts are arguments of a method.</summary>
internal sealed record RatingBody(double Rating, DateTimeOffset? Timestamp, string? RecommendationId);

internal sealed record RatingsBody(IReadOnlyList<MovieRating> Ratings, string? RecommendationId = null);

internal sealed record AllowListBody(IReadOnlyList<MovieRef> MovieIds);

internal sealed record EventsBody(IReadOnlyList<MovieEvent> Events);

internal sealed record AskBody(string Text, int? UserId, IReadOnlyList<MovieRating>? Ratings);

internal sealed record ModelSwitchBody(string? Version);

internal sealed record RetrainBody(bool Force);

internal sealed record GroupBody(IReadOnlyList<GroupMember> Members, string? Strategy);
