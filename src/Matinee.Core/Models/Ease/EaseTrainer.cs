using System.Globalization;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Ease;

/// <summary>
/// Embarrassingly shallow autoencoder (Steck 2019): item weights B = I − P / diag P with P = (XᵀX + λI)⁻¹ for the
/// binary users × items matrix X. By Woodbury P = (I − Xᵀ K X) / λ with K = (λI + XXᵀ)⁻¹, so the smaller of the two
/// Gram matrices is enough.
/// </summary>
public static class EaseTrainer
{
    public static EaseModel Train(InteractionMatrix train, EaseOptions options, TrainingContext context)
    {
        options.Validate();
        bool usersSide = options.Side switch
        {
            EaseSide.Users => true,
            EaseSide.Items => false,
            _ => train.RowCount < train.ColumnCount,
        };
        int side = usersSide ? train.RowCount : train.ColumnCount;
        if (side > EaseOptions.LargestSide)
        {
            throw TooLarge(train, side);
        }

        return usersSide ? TrainUsersSide(train, options, context) : TrainItemsSide(train, options, context);
    }

    private static EaseUsersModel TrainUsersSide(InteractionMatrix train, EaseOptions options, TrainingContext context)
    {
        int users = train.RowCount;
        InteractionMatrix byItem = train.Transpose();
        float[] kernel = InvertedGram(train, GramSide.Rows, options, context);
        var scales = new float[train.ColumnCount];
        Parallel.For(
            0,
            scales.Length,
            context.Parallel,
            item =>
            {
                // λ Pⱼⱼ = 1 − xⱼᵀ K xⱼ
                double quadratic = 0;
                ReadOnlySpan<int> raters = byItem.RowColumns(item);
                foreach (int user in raters)
                {
                    ReadOnlySpan<float> row = kernel.AsSpan(user * users, users);
                    double sum = 0;
                    foreach (int other in raters)
                    {
                        sum += row[other];
                    }

                    quadratic += sum;
                }

                scales[item] = (float)(1 / (1 - quadratic));
            }
        );
        return new EaseUsersModel(options, byItem, kernel, scales);
    }

    private static EaseItemsModel TrainItemsSide(InteractionMatrix train, EaseOptions options, TrainingContext context)
    {
        int items = train.ColumnCount;
        float[] weights = InvertedGram(train, GramSide.Columns, options, context);
        var diagonal = new float[items];
        for (int item = 0; item < items; item++)
        {
            diagonal[item] = weights[(item * items) + item];
        }

        Parallel.For(
            0,
            items,
            context.Parallel,
            item =>
            {
                Span<float> row = weights.AsSpan(item * items, items);
                for (int other = 0; other < row.Length; other++)
                {
                    row[other] /= -diagonal[other];
                }

                // Zero diagonal: an item must not recommend itself (Steck 2019, eq. 8).
                row[item] = 0;
            }
        );
        return new EaseItemsModel(options, weights, items);
    }

    // (λI + XXᵀ)⁻¹ or (λI + XᵀX)⁻¹
    private static float[] InvertedGram(
        InteractionMatrix train,
        GramSide side,
        EaseOptions options,
        TrainingContext context
    )
    {
        context.Report("counting co-ratings", 0);
        var ones = new float[train.EntryCount];
        ones.AsSpan().Fill(1);
        float[] gram = SparseGram.Compute(train, ones, side, context.Parallel);
        int n = side == GramSide.Rows ? train.RowCount : train.ColumnCount;
        for (int index = 0; index < n; index++)
        {
            gram[(index * n) + index] += (float)options.Regularization;
        }

        PositiveDefinite.Invert(
            gram,
            n,
            context.Parallel,
            fraction => context.Report("inverting the Gram matrix", fraction)
        );
        return gram;
    }

    private static MatineeException TooLarge(InteractionMatrix train, int side) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"EASE would have to invert a {side} × {side} matrix ({train.RowCount} users, {train.ColumnCount} movies; "
                    + $"the limit is {EaseOptions.LargestSide}). Raise the thresholds of 'preprocess', "
                    + $"or train configs/als.yaml, which grows with the ratings."
            )
        );
}
