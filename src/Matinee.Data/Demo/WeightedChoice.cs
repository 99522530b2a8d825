using Matinee.Data.Simulation;

namespace Matinee.Data.Demo;

/// <summary>
/// Draws without replacement in proportion to whole-number weights, over a Fenwick tree (1994): a draw and its removal
/// take logarithmic time, and sums of integers are exact in any order.
/// </summary>
internal sealed class WeightedChoice
{
    private readonly long[] tree;
    private readonly long[] weights;
    private readonly int top;
    private long total;

    /// <param name="weights">Not negative; 0 is never drawn. The array is taken over.</param>
    public WeightedChoice(long[] weights)
    {
        this.weights = weights;
        tree = new long[weights.Length + 1];
        for (int n = 1; n < tree.Length; n++)
        {
            tree[n] += weights[n - 1];
            int parent = n + (n & -n);
            if (parent < tree.Length)
            {
                tree[parent] += tree[n];
            }
        }

        total = weights.Sum();
        top = tree.Length > 1 ? 1 << (31 - int.LeadingZeroCount(tree.Length - 1)) : 0;
    }

    public int Draw(Draws draws)
    {
        if (total == 0)
        {
            throw new InvalidOperationException("Nothing is left to draw.");
        }

        long point = draws.Below(total);
        int position = 0;
        for (int step = top; step > 0; step >>= 1)
        {
            if (position + step < tree.Length && tree[position + step] <= point)
            {
                position += step;
                point -= tree[position];
            }
        }

        Remove(position);
        return position;
    }

    private void Remove(int index)
    {
        long weight = weights[index];
        weights[index] = 0;
        total -= weight;
        for (int n = index + 1; n < tree.Length; n += n & -n)
        {
            tree[n] -= weight;
        }
    }
}
