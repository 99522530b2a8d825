using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Ease;

/// <summary>
/// Embarrassingly shallow autoencoder (Steck 2019): the item weights B with a zero diagonal that minimise ‖X − X B‖² + Σ Dⱼ Bⱼᵢ²
/// are B = I − P / diag P, P = (XᵀX + D)⁻¹, for the users × items matrix X of the ratings' inputs
/// (<see cref="EaseInputs"/>: ones, or weighted by stars and by how much a person counts, with what is known of the movies as
/// further rows). D is λI; with dropout p it is λI + p / (1 − p) diag XᵀX
/// (EDLAE: Steck 2020, "Autoencoders that don't overfit towards the Identity"). By Woodbury
/// P = D⁻¹ − D⁻¹Xᵀ (I + X D⁻¹ Xᵀ)⁻¹ X D⁻¹, or with E = D / λ and K = (λI + X E⁻¹ Xᵀ)⁻¹, P = (E⁻¹ − E⁻¹ Xᵀ K X E⁻¹) / λ: the
/// smaller of the two Gram matrices is enough.
/// </summary>
public static class EaseTrainer
{
    /// <param name="movies">By item index; needed with <see cref="EaseOptions.MetadataWeight"/> and <see cref="EaseOptions.TitleWeight"/>.</param>
    public static EaseModel Train(
        InteractionMatrix train,
        EaseOptions options,
        TrainingContext context,
        IReadOnlyList<Movie>? movies = null
    )
    {
        options.Validate();
        InteractionMatrix inputs = EaseInputs.Of(train, options, movies);
        bool usersSide = options.Side switch
        {
            EaseSide.Users => true,
            EaseSide.Items => false,
            _ => inputs.RowCount < inputs.ColumnCount,
        };
        int side = usersSide ? inputs.RowCount : inputs.ColumnCount;
        if (side > EaseOptions.LargestSide)
        {
            throw TooLarge(train, side);
        }

        return usersSide ? TrainUsersSide(inputs, options, context) : TrainItemsSide(inputs, options, context);
    }

    private static EaseUsersModel TrainUsersSide(InteractionMatrix inputs, EaseOptions options, TrainingContext context)
    {
        int users = inputs.RowCount;
        InteractionMatrix byItem = inputs.Transpose();
        float[] shares = RidgeShares(byItem, options);
        float[] kernel = UsersGram(inputs, shares, context);
        AddRidge(kernel, users, _ => options.Regularization);
        Invert(kernel, users, context);
        var scales = new float[byItem.RowCount];
        Parallel.For(
            0,
            scales.Length,
            context.Parallel,
            item =>
            {
                // λ Eⱼ Pⱼⱼ = 1 − xⱼᵀ K xⱼ / Eⱼ
                double quadratic = 0;
                ReadOnlySpan<int> raters = byItem.RowColumns(item);
                ReadOnlySpan<float> values = byItem.RowValues(item);
                for (int n = 0; n < raters.Length; n++)
                {
                    ReadOnlySpan<float> row = kernel.AsSpan(raters[n] * users, users);
                    double sum = 0;
                    for (int other = 0; other < raters.Length; other++)
                    {
                        sum += row[raters[other]] * values[other];
                    }

                    quadratic += sum * values[n];
                }

                scales[item] = (float)(1 / (1 - (quadratic * shares[item])));
            }
        );
        return new EaseUsersModel(options, byItem, kernel, shares, scales);
    }

    private static EaseItemsModel TrainItemsSide(InteractionMatrix inputs, EaseOptions options, TrainingContext context)
    {
        int items = inputs.ColumnCount;
        context.Report("counting co-ratings", 0);
        float[] weights = SparseGram.Compute(inputs, inputs.Values, GramSide.Columns, context.Parallel);
        AddRidge(weights, items, options.Penalty);
        Invert(weights, items, context);
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

    // Per item, 1 / Eⱼ = λ / Dⱼ.
    private static float[] RidgeShares(InteractionMatrix byItem, EaseOptions options)
    {
        var shares = new float[byItem.RowCount];
        for (int item = 0; item < shares.Length; item++)
        {
            double squares = 0;
            foreach (float value in byItem.RowValues(item))
            {
                squares += value * value;
            }

            shares[item] = (float)(options.Regularization / options.Penalty(squares));
        }

        return shares;
    }

    // X E⁻¹ Xᵀ
    private static float[] UsersGram(InteractionMatrix inputs, float[] shares, TrainingContext context)
    {
        context.Report("counting co-ratings", 0);
        float[] scaled = inputs.Values.ToArray();
        for (int n = 0; n < scaled.Length; n++)
        {
            scaled[n] *= MathF.Sqrt(shares[inputs.Columns[n]]);
        }

        return SparseGram.Compute(inputs, scaled, GramSide.Rows, context.Parallel);
    }

    private static void AddRidge(float[] gram, int n, Func<double, double> penalty)
    {
        for (int index = 0; index < n; index++)
        {
            ref float diagonal = ref gram[(index * n) + index];
            diagonal += (float)penalty(diagonal);
        }
    }

    private static void Invert(float[] gram, int n, TrainingContext context) =>
        PositiveDefinite.Invert(
            gram,
            n,
            context.Parallel,
            fraction => context.Report("inverting the Gram matrix", fraction)
        );

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
