using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;

namespace Matinee.Core.Tests.Ranking;

/// <summary>A linear ranker with weights of the test's own, which tells the truth about them or turns them upside down.</summary>
/// <param name="weights">[rated, item]: what a rated movie adds to an item's score.</param>
internal sealed class FixedExplainer(float[,] weights, bool lies = false) : IExplainer
{
    public string Kind => "fixed";
    public int ItemCount => weights.GetLength(1);

    public void Score(UserHistory history, Span<float> scores)
    {
        scores.Clear();
        foreach (int rated in history.Items)
        {
            for (int item = 0; item < scores.Length; item++)
            {
                scores[item] += weights[rated, item];
            }
        }
    }

    public void Contributions(UserHistory history, int item, Span<float> contributions)
    {
        for (int n = 0; n < contributions.Length; n++)
        {
            float weight = weights[history.Items[n], item];
            contributions[n] = lies ? 1 - weight : weight;
        }
    }

    public void Save(ComponentWriter writer) => throw new NotSupportedException();
}
