using Matinee.Core.Interactions;

namespace Matinee.Core.Models;

/// <summary>A ranker that can say what each movie of a history contributed to an item's score.</summary>
public interface IExplainer : IRanker
{
    /// <summary>
    /// Splits the scores that <see cref="IRanker.Score"/> gives the items into one part per movie of the history: an item's
    /// parts sum to its score, up to rounding and to what the item scores for every history alike. A part may be negative: without that movie the item would stand higher.
    /// </summary>
    /// <param name="explained">Any covered items, also ones of the history.</param>
    /// <param name="contributions">Explained items × entries of the history, row-major; overwritten.</param>
    void Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions);
}
