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

    public void Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions)
    {
        int n = 0;
        foreach (int item in explained)
        {
            foreach (int rated in history.Items)
            {
                contributions[n++] = lies ? 1 - weights[rated, item] : weights[rated, item];
            }
        }
    }

    public void Save(ComponentWriter writer) => throw new NotSupportedException();
}
