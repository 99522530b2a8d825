using Matinee.Core.Catalog;
using Matinee.Core.Ranking;

namespace Matinee;

/// <summary>What a reason goes by.</summary>
public enum ReasonKind
{
    /// <summary>A movie that was rated.</summary>
    RatedMovie,

    /// <summary>Many people rated it.</summary>
    Popularity,

    /// <summary>People rated it well.</summary>
    RatedWell,

    /// <summary>What it says about itself.</summary>
    Texts,
}

/// <summary>One thing that a recommendation rests on.</summary>
/// <param name="Text">In words: <c>you liked Alien (1979) ★4.5</c>.</param>
/// <param name="Share">Its part of everything that speaks for the movie, above 0 and at most 1.</param>
/// <param name="RatedMovie">Null for other kinds.</param>
public sealed record RecommendationReason(ReasonKind Kind, string Text, double Share, Movie? RatedMovie)
{
    /// <summary>The rated movies, and what the model read: a text's share is another cut through the same score, so it stands last.</summary>
    internal static IReadOnlyList<RecommendationReason> AllOf(Explanation explanation, MovieCatalog catalog)
    {
        IEnumerable<RecommendationReason> reasons = explanation.Reasons.Select(reason => Of(reason, catalog));
        return explanation.Texts is { } texts
            ? [.. reasons, new(ReasonKind.Texts, TextReasonText.Of(texts), texts.Share, null)]
            : [.. reasons];
    }

    private static RecommendationReason Of(Reason reason, MovieCatalog catalog) =>
        new(
            reason switch
            {
                Reason.RatedMovie => ReasonKind.RatedMovie,
                Reason.Popularity => ReasonKind.Popularity,
                _ => ReasonKind.RatedWell,
            },
            ReasonText.Of(reason, catalog),
            reason.Share,
            reason is Reason.RatedMovie rated ? catalog[rated.Movie] : null
        );
}
