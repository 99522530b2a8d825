using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>The same model's scores of the latest ratings alone: what a person is after now.</summary>
internal sealed class RecentTasteFeature(IRanker ranker) : IBlendFeature
{
    public const int Ratings = 12;

    public string Name => "recent";
    public bool Retrieves => false;

    public void Compute(UserHistory history, Span<float> values)
    {
        if (!SubHistory.HasOrder(history))
        {
            values.Clear();
            return;
        }

        ranker.Score(SubHistory.Latest(history, ranker.ItemCount, Ratings), values[..ranker.ItemCount]);
        values[ranker.ItemCount..].Clear();
    }

    public bool Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions)
    {
        if (ranker is not IExplainer explainer || !SubHistory.HasOrder(history))
        {
            return false;
        }

        UserHistory latest = SubHistory.Latest(history, ranker.ItemCount, Ratings);
        SubHistory.Explain(explainer, history, latest, explained, contributions);
        return true;
    }
}
