using Matinee.Core.Models;

namespace Matinee.Core.Ranking;

/// <summary>How one person would probably rate one movie.</summary>
/// <param name="Levels">Ascending, probabilities summing to 1; null where the model gives no more than the prediction.</param>
public sealed record RatingForecast(RatingPrediction Prediction, IReadOnlyList<LevelProbability>? Levels);

/// <param name="Stars">A level of the scale.</param>
public readonly record struct LevelProbability(float Stars, float Probability);
