namespace Matinee.Core.Models.Hybrid;

/// <summary>
/// A trained network as numbers: what the trainer hands to <see cref="HybridModel"/>. Arrays are row-major. N items,
/// U training users, d ranking factors, r rating factors, h history heads, m hidden units.
/// </summary>
public sealed record HybridTensors
{
    /// <summary>N × d: a rated movie as evidence.</summary>
    public required float[] HistoryItems { get; init; }

    /// <summary>N × d: a movie as a candidate.</summary>
    public required float[] RankingItems { get; init; }

    /// <summary>N.</summary>
    public required float[] RankingBias { get; init; }

    /// <summary>d × h: how much a movie weighs in each head.</summary>
    public required float[] HistoryQuery { get; init; }

    /// <summary>11 × h, added by <see cref="HistorySignals.RatingLevel"/>.</summary>
    public required float[] RatingGate { get; init; }

    /// <summary>24 × h, added by <see cref="HistorySignals.AgeBucket"/>.</summary>
    public required float[] RecencyGate { get; init; }

    /// <summary>Multiplies the history's state before it meets a candidate.</summary>
    public required float Temperature { get; init; }

    /// <summary>N × r: a movie to be rated.</summary>
    public required float[] RatingItems { get; init; }

    /// <summary>N × r: what the deviation of a movie's rating says about its rater.</summary>
    public required float[] RatingHistory { get; init; }

    /// <summary>N, stars.</summary>
    public required float[] RatingBias { get; init; }

    /// <summary>r × d.</summary>
    public required float[] HistoryToRating { get; init; }

    /// <summary>r.</summary>
    public required float[] HistoryToRatingBias { get; init; }

    /// <summary>U × r; added while a history equals what was trained on.</summary>
    public required float[] UserFactors { get; init; }

    /// <summary>U, stars.</summary>
    public required float[] UserBias { get; init; }

    /// <summary>m × 2r, the person's half first; batch norm is folded in.</summary>
    public required float[] RatingHidden { get; init; }

    /// <summary>m.</summary>
    public required float[] RatingHiddenBias { get; init; }

    /// <summary>m.</summary>
    public required float[] RatingOutput { get; init; }

    public required float RatingOutputBias { get; init; }

    public required HybridRatingScale Scale { get; init; }

    /// <summary>Null where a history does not choose between texts.</summary>
    public HybridTextTensors? Text { get; init; }

    /// <summary>Null where the network can't place movies that it was not trained with.</summary>
    public HybridContentTensors? Content { get; init; }
}

/// <param name="Mean">Of all ratings, stars.</param>
/// <param name="Lowest">Of the scale, stars.</param>
/// <param name="Highest">Of the scale, stars.</param>
/// <param name="MeanDamping">Ratings that a person's mean is damped with, at least 0; above 0 where histories can be empty.</param>
/// <param name="StateDamping">The same for the person's factors.</param>
public sealed record HybridRatingScale(float Mean, float Lowest, float Highest, float MeanDamping, float StateDamping);
