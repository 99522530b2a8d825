using Matinee.Core.Interactions;

namespace Matinee.Core.Models.ImplicitAls;

/// <summary>The weight of every interaction, in the order of either side's rows.</summary>
internal static class AlsWeights
{
    /// <returns>
    /// Per entry of the users' rows, per entry of the items' rows, both null where every weight is 1, and what BM25's product was
    /// multiplied by.
    /// </returns>
    public static (float[]? ByUser, float[]? ByItem, float Scale) Of(
        InteractionMatrix train,
        InteractionMatrix byItem,
        Bm25Weighting? weighting
    )
    {
        if (weighting is null)
        {
            return (null, null, 1);
        }

        var byUser = new float[train.EntryCount];
        var byItems = new float[train.EntryCount];
        float[] userFactors =
        [
            .. Enumerable.Range(0, train.RowCount).Select(user => UserFactor(weighting, train.RowLength(user))),
        ];
        double sum = 0;
        for (int user = 0; user < train.RowCount; user++)
        {
            foreach (int item in train.RowColumns(user))
            {
                sum += weighting.ItemFactors[item] * userFactors[user];
            }
        }

        var scale = (float)(train.EntryCount / Math.Max(sum, float.Epsilon));
        Fill(train, byUser, (user, item) => scale * weighting.ItemFactors[item] * userFactors[user]);
        Fill(byItem, byItems, (item, user) => scale * weighting.ItemFactors[item] * userFactors[user]);
        return (byUser, byItems, scale);
    }

    public static float[] Ones(InteractionMatrix train)
    {
        float[] weights = GC.AllocateUninitializedArray<float>(train.EntryCount);
        weights.AsSpan().Fill(1);
        return weights;
    }

    /// <summary>Multiplies the weights of the rows from <paramref name="first"/> on, which are the metadata's.</summary>
    public static void Scale(
        InteractionMatrix train,
        InteractionMatrix byItem,
        Span<float> byUser,
        Span<float> byItems,
        int first,
        float factor
    )
    {
        for (int n = train.RowStarts[first]; n < train.EntryCount; n++)
        {
            byUser[n] *= factor;
        }

        for (int n = 0; n < byItem.EntryCount; n++)
        {
            if (byItem.Columns[n] >= first)
            {
                byItems[n] *= factor;
            }
        }
    }

    /// <summary>Never 0 or below: someone who rated nearly everything still counts a little.</summary>
    public static float UserFactor(Bm25Weighting weighting, int ratings) =>
        Math.Max(0.01f, weighting.UserFactor(ratings));

    private static void Fill(InteractionMatrix rows, float[] weights, Func<int, int, float> weight)
    {
        for (int row = 0; row < rows.RowCount; row++)
        {
            for (int n = rows.RowStarts[row]; n < rows.RowStarts[row + 1]; n++)
            {
                weights[n] = weight(row, rows.Columns[n]);
            }
        }
    }
}
