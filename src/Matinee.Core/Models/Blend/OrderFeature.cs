using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>What people rate soon after, or in either direction near, what this person rated last.</summary>
internal sealed class OrderFeature(OrderNeighbors neighbors, bool eitherDirection) : IBlendFeature
{
    public string Name => eitherDirection ? "near" : "next";
    public bool Retrieves => true;

    public void Compute(UserHistory history, Span<float> values)
    {
        Span<float> known = values[..neighbors.ItemCount];
        if (!SubHistory.HasOrder(history))
        {
            known.Clear();
        }
        else if (eitherDirection)
        {
            neighbors.ScoreNear(history, known);
        }
        else
        {
            neighbors.ScoreNext(history, known);
        }

        values[neighbors.ItemCount..].Clear();
    }

    public bool Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions)
    {
        if (!SubHistory.HasOrder(history))
        {
            return false;
        }

        CoveredItems.Split(
            neighbors.ItemCount,
            explained,
            history.Count,
            contributions,
            (items, parts) =>
            {
                if (eitherDirection)
                {
                    neighbors.ContributionsNear(history, items, parts);
                }
                else
                {
                    neighbors.ContributionsNext(history, items, parts);
                }
            }
        );
        return true;
    }
}
