using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;

namespace Matinee.Core.Tests.Evaluation;

/// <summary>Scores that a test can work with by hand: the same whatever the history.</summary>
internal sealed class FixedRanker(int itemCount, Func<int, float> score) : IRanker
{
    public string Kind => "fixed";
    public int ItemCount => itemCount;

    public void Score(UserHistory history, Span<float> scores)
    {
        for (int item = 0; item < scores.Length; item++)
        {
            scores[item] = score(item);
        }
    }

    public void Save(ComponentWriter writer) => throw new InvalidOperationException("It is never saved.");
}
