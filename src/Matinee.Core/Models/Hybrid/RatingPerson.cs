using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Hybrid;

/// <summary>Whose ratings are predicted, with the rating head's working space; one history after the other.</summary>
internal sealed class RatingPerson(HybridShape shape)
{
    /// <summary>1 × r.</summary>
    public FactorMatrix Factors { get; } = new(1, shape.RatingFactors);

    /// <summary>The factors as the attention heads share them.</summary>
    public FactorMatrix SlicedFactors { get; } = new(shape.AttentionHeads, shape.RatingFactors / shape.AttentionHeads);

    /// <summary>1 × r: what the history's state adds to the factors.</summary>
    public FactorMatrix FromState { get; } = new(1, shape.RatingFactors);

    /// <summary>1 × m: the hidden layer before a movie is added to it.</summary>
    public FactorMatrix Hidden { get; } = new(1, shape.HiddenUnits);

    /// <summary>1 × m: the hidden layer for a movie.</summary>
    public FactorMatrix Units { get; } = new(1, shape.HiddenUnits);

    /// <summary>The average movie's rating by this person, stars.</summary>
    public float Level { get; set; }
}
