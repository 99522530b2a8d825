using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.ItemKnn;

/// <summary>
/// Item-based nearest neighbours (Sarwar et al. 2001; Deshpande and Karypis 2004): each item keeps its most similar
/// items by cosine or by BM25-weighted dot product of its users.
/// </summary>
public static class ItemKnnTrainer
{
    private const int ItemsPerTask = 64;

    public static ItemKnnModel Train(InteractionMatrix train, ItemKnnOptions options, TrainingContext context)
    {
        options.Validate();
        InteractionMatrix byItem = train.Transpose();
        float[] weightByItem = Weights(byItem, options);
        float[] weightByUser = TransposedWeights(byItem, train, weightByItem);
        int items = train.ColumnCount;
        int[][] neighbors = new int[items][];
        float[][] similarities = new float[items][];
        int done = 0;
        Parallel.For(
            0,
            (items + ItemsPerTask - 1) / ItemsPerTask,
            context.Parallel,
            () => (Sums: new float[items], Best: new ScoredItem[Math.Min(options.Neighbors, items)]),
            (task, _, buffers) =>
            {
                int end = Math.Min(items, (task + 1) * ItemsPerTask);
                for (int item = task * ItemsPerTask; item < end; item++)
                {
                    Array.Clear(buffers.Sums);
                    AddCoRatings(item, byItem, weightByItem, train, weightByUser, buffers.Sums);
                    int found = SelectPositive(buffers.Sums, buffers.Best);
                    (neighbors[item], similarities[item]) = ByIndex(buffers.Best.AsSpan(0, found));
                }

                context.Report("comparing items", (double)Interlocked.Add(ref done, ItemsPerTask) / items);
                return buffers;
            },
            _ => { }
        );
        return new ItemKnnModel(options, NeighborLists.Join(neighbors, similarities));
    }

    // similarity(i, j) = Σ over users of w(i, u) · w(j, u)
    private static void AddCoRatings(
        int item,
        InteractionMatrix byItem,
        float[] weightByItem,
        InteractionMatrix byUser,
        float[] weightByUser,
        float[] sums
    )
    {
        for (int n = byItem.RowStarts[item]; n < byItem.RowStarts[item + 1]; n++)
        {
            int user = byItem.Columns[n];
            float weight = weightByItem[n];
            int start = byUser.RowStarts[user];
            ReadOnlySpan<int> others = byUser.RowColumns(user);
            ReadOnlySpan<float> otherWeights = weightByUser.AsSpan(start, others.Length);
            for (int m = 0; m < others.Length; m++)
            {
                sums[others[m]] += weight * otherWeights[m];
            }
        }
    }

    private static int SelectPositive(float[] sums, ScoredItem[] best)
    {
        int found = TopK.Select(sums, [], best);
        while (found > 0 && best[found - 1].Score <= 0)
        {
            found--;
        }

        return found;
    }

    private static (int[] Items, float[] Scores) ByIndex(Span<ScoredItem> best)
    {
        best.Sort((left, right) => left.Item.CompareTo(right.Item));
        var items = new int[best.Length];
        var scores = new float[best.Length];
        for (int n = 0; n < best.Length; n++)
        {
            (items[n], scores[n]) = best[n];
        }

        return (items, scores);
    }

    private static float[] Weights(InteractionMatrix byItem, ItemKnnOptions options) =>
        options.Similarity == ItemSimilarity.Cosine ? CosineWeights(byItem) : Bm25Weights(byItem, options);

    private static float[] CosineWeights(InteractionMatrix byItem)
    {
        var weights = new float[byItem.EntryCount];
        for (int item = 0; item < byItem.RowCount; item++)
        {
            int length = byItem.RowLength(item);
            weights.AsSpan(byItem.RowStarts[item], length).Fill(length == 0 ? 0 : 1 / MathF.Sqrt(length));
        }

        return weights;
    }

    private static float[] Bm25Weights(InteractionMatrix byItem, ItemKnnOptions options)
    {
        var ratingsOfUser = new int[byItem.ColumnCount];
        foreach (int user in byItem.Columns)
        {
            ratingsOfUser[user]++;
        }

        Bm25Weighting weighting = Bm25Weighting.Fit(byItem, options.K1, options.B);
        float[] userFactors = [.. ratingsOfUser.Select(weighting.UserFactor)];
        var weights = new float[byItem.EntryCount];
        for (int item = 0; item < byItem.RowCount; item++)
        {
            for (int n = byItem.RowStarts[item]; n < byItem.RowStarts[item + 1]; n++)
            {
                weights[n] = weighting.ItemFactors[item] * userFactors[byItem.Columns[n]];
            }
        }

        return weights;
    }

    private static float[] TransposedWeights(InteractionMatrix byItem, InteractionMatrix byUser, float[] weights)
    {
        var transposed = new float[weights.Length];
        int[] next = byUser.RowStarts.ToArray();
        for (int n = 0; n < weights.Length; n++)
        {
            transposed[next[byItem.Columns[n]]++] = weights[n];
        }

        return transposed;
    }
}
