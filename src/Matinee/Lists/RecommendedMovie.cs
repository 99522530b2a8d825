using Matinee.Core.Catalog;

namespace Matinee;

/// <summary>A movie that someone might like.</summary>
/// <param name="Score">What the model ranks by; only its order means something.</param>
/// <param name="Rating">The stars that they would probably give.</param>
/// <param name="Reasons">Why, the main one first; empty where they were not asked for.</param>
public sealed record RecommendedMovie(
    Movie Movie,
    double Score,
    PredictedRating Rating,
    IReadOnlyList<RecommendationReason> Reasons
);

/// <summary>A movie like another.</summary>
/// <param name="Score">What the list is sorted by, 0 to 1.</param>
/// <param name="Collaborative">Likeness by ratings, 1 for the most alike movie; null where nobody has rated either.</param>
/// <param name="Textual">Likeness of what they say of themselves, 0 to 1.</param>
public sealed record SimilarMovie(Movie Movie, double Score, double? Collaborative, double Textual);
