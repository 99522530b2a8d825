using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>One column that a blend weighs: a raw score per item, in any unit.</summary>
internal interface IBlendFeature
{
    /// <summary>The weight's name in option files.</summary>
    string Name { get; }

    /// <summary>Whether its best movies are worth looking at, so that the weights are learned from them.</summary>
    bool Retrieves { get; }

    /// <param name="values">One per item of the blend; overwritten. 0 where the feature knows nothing of an item.</param>
    void Compute(UserHistory history, Span<float> values);

    /// <summary>Splits the items' values among the movies of the history; false where there is nothing to split.</summary>
    /// <param name="contributions">Explained items × entries of the history, row-major; overwritten.</param>
    bool Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions) => false;
}
