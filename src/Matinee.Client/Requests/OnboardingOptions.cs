using System.Globalization;
using Matinee.Client.Http;

namespace Matinee.Client;

/// <summary>What is known about a newcomer.</summary>
public sealed record OnboardingOptions
{
    /// <summary>How many movies to ask for, 1 to 100. Default 10.</summary>
    public int? Limit { get; init; }

    /// <summary>The ratings so far, at most 200; times do not matter.</summary>
    public IReadOnlyList<MovieRating> Rated { get; init; } = [];

    /// <summary>Movies that the person could not or would not rate, at most 1 000.</summary>
    public IReadOnlyList<MovieRef> Skipped { get; init; } = [];

    /// <summary>Whose stored ratings count as well; null: nobody's.</summary>
    public int? UserId { get; init; }

    internal Address Add(Address address) =>
        address
            .With("limit", Limit)
            .With("rated", Rated.Count == 0 ? null : string.Join(',', Rated.Select(Stars)))
            .With("skipped", Skipped.Count == 0 ? null : Skipped)
            .With("user_id", UserId);

    private static string Stars(MovieRating rating) =>
        string.Create(CultureInfo.InvariantCulture, $"{rating.MovieId}:{rating.Rating}");
}
