using Matinee.Core.Interactions;
using Matinee.Core.Models;

namespace Matinee.Core.Ranking;

/// <summary>How several people's wishes become one.</summary>
public enum GroupAggregation
{
    /// <summary>The mean of what it is to each (Masthoff 2004).</summary>
    Average,

    /// <summary>What it is to the one who wants it least: nobody has to sit through it (O'Connor et al. 2001).</summary>
    LeastMisery,
}

/// <param name="Score">The aggregate of the people's relevances.</param>
/// <param name="People">One per person, in the order they were given.</param>
public sealed record GroupRecommendation(ItemIndex Item, float Score, IReadOnlyList<PersonalScore> People);

/// <summary>What a movie is to one person of a group.</summary>
/// <param name="Relevance">
/// 1 for the person's best candidate, 0 for the last of the person's best <see cref="ControlledRanking.PoolSize"/>, below 0
/// for what comes after.
/// </param>
public readonly record struct PersonalScore(float Relevance, RatingPrediction Rating);
