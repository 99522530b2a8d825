namespace Matinee.Client.Http;

/// <summary>Bodies whose parts are arguments of a method.</summary>
internal sealed record RatingBody(double Rating, DateTimeOffset? Timestamp);

internal sealed record RatingsBody(IReadOnlyList<MovieRating>? Ratings);

internal sealed record AllowListBody(IReadOnlyList<MovieRef> MovieIds);

internal sealed record EventsBody(IReadOnlyList<MovieEvent> Events);

internal sealed record GroupBody(IReadOnlyList<GroupMember> Members, string? Strategy);
