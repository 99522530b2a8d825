using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>A model's scores of the whole history.</summary>
internal sealed class RankerFeature(IRanker ranker) : IBlendFeature
{
    public string Name => ranker.Kind;
    public bool Retrieves => true;

    public void Compute(UserHistory history, Span<float> values)
    {
        ranker.Score(history.Covered(ranker.ItemCount), values[..ranker.ItemCount]);
        values[ranker.ItemCount..].Clear();
    }

    public bool Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions)
    {
        if (ranker is not IExplainer explainer)
        {
            return false;
        }

        SubHistory.Explain(explainer, history, history.Covered(ranker.ItemCount), explained, contributions);
        return true;
    }
}
