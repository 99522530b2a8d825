using Matinee.Core.Interactions;

namespace Matinee.Core.Models;

/// <summary>A ranker that can say what each movie of a history contributed to an item's score.</summary>
public interface IExplainer : IRanker
{
    /// <summary>
    /// Splits the score that <see cref="IRanker.Score"/> gives the item into one part per movie of the history: they sum
    /// to the score, up to rounding. A part may be negative: without that movie the item would stand higher.
    /// </summary>
    /// <param name="item">Any covered item, also one of the history.</param>
    /// <param name="contributions">One per entry of the history, in its order; overwritten.</param>
    void Contributions(UserHistory history, int item, Span<float> contributions);
}
