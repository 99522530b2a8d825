using Matinee.Core.Models;
using Matinee.Core.Ranking;

namespace Matinee;

/// <summary>How someone would rate a movie.</summary>
/// <param name="Stars">Expected stars, 0.5 to 5.</param>
/// <param name="StandardDeviation">How uncertain that is, in stars; null where the model does not know.</param>
/// <param name="Confidence">The probability of a rating within one star of it; null where the model does not know.</param>
public sealed record PredictedRating(double Stars, double? StandardDeviation, double? Confidence)
{
    /// <summary>How probable each number of stars is; empty where the model does not know, and in lists.</summary>
    public IReadOnlyList<LevelProbability> Levels { get; init; } = [];

    internal static PredictedRating Of(RatingPrediction prediction) =>
        new(prediction.Mean, prediction.StandardDeviation, prediction.Confidence);
}
