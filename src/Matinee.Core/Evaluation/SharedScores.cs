using Matinee.Core.Numerics;

namespace Matinee.Core.Evaluation;

/// <summary>
/// Scores that are the same for everybody: ordered once, a user's list is the order without what the user has seen, and the area under
/// the curve follows from each item's place in it.
/// </summary>
internal sealed class SharedScores
{
    private readonly float[] scores;
    private readonly ScoredItem[] order;

    // How many scores an item's is above, plus how many it is not below.
    private readonly int[] places;

    /// <param name="scores">One per ranked item, finite.</param>
    public SharedScores(float[] scores)
    {
        this.scores = scores;
        order = new ScoredItem[scores.Length];
        TopK.Select(scores, [], order);
        places = new int[scores.Length];
        int last = order.Length;
        for (int n = order.Length - 1; n >= 0; )
        {
            int first = n;
            while (first > 0 && order[first - 1].Score == order[n].Score)
            {
                first--;
            }

            for (int tied = first; tied <= n; tied++)
            {
                places[order[tied].Item] = (last - (n + 1)) + (last - first);
            }

            n = first - 1;
        }
    }

    public int Count => scores.Length;

    /// <inheritdoc cref="TopK.Select(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{ScoredItem})"/>
    public int Select(ReadOnlySpan<int> excludedAscending, Span<ScoredItem> destination)
    {
        int count = 0;
        for (int n = 0; n < order.Length && count < destination.Length; n++)
        {
            if (excludedAscending.BinarySearch(order[n].Item) < 0)
            {
                destination[count++] = order[n];
            }
        }

        return count;
    }

    /// <inheritdoc cref="AreaUnderCurve.Of(ReadOnlySpan{float}, ReadOnlySpan{int}, ReadOnlySpan{int})"/>
    public double AreaUnderCurve(ReadOnlySpan<int> seen, ReadOnlySpan<int> relevant) =>
        Evaluation.AreaUnderCurve.Of(scores, seen, relevant, places);
}
