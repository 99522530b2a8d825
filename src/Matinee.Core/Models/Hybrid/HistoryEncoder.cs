using System.Numerics.Tensors;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Hybrid;

/// <summary>
/// A history's state: a weighted sum of its movies' vectors, Σⱼ wⱼ xⱼ / √(Σⱼ wⱼ + 1), where every head weighs the movies in
/// its own way for its own share of the dimensions. A weight is exp of the sum of what the movie, its rating and its age say.
/// </summary>
internal sealed class HistoryEncoder
{
    private readonly FactorMatrix items;
    private readonly float[] affinities;
    private readonly float[] ratingGate;
    private readonly float[] recencyGate;
    private readonly int heads;
    private readonly int headWidth;

    /// <param name="items">N × d.</param>
    public HistoryEncoder(FactorMatrix items, HybridTensors tensors, int heads)
    {
        this.items = items;
        this.heads = heads;
        headWidth = items.Factors / heads;
        ratingGate = tensors.RatingGate;
        recencyGate = tensors.RecencyGate;
        affinities = Affinities(items, tensors.HistoryQuery, heads);
    }

    public int Heads => heads;

    /// <param name="weights">Entries of the history × heads; overwritten with wⱼ / √(Σⱼ wⱼ + 1).</param>
    public void Weigh(UserHistory history, Span<float> weights)
    {
        for (int entry = 0; entry < history.Count; entry++)
        {
            Span<float> own = weights.Slice(entry * heads, heads);
            int level = HistorySignals.RatingLevel(history.Ratings[entry]);
            int bucket = HistorySignals.AgeBucket(history.AsOf, history.Timestamps[entry]);
            TensorPrimitives.Add(Row(ratingGate, level), Row(recencyGate, bucket), own);
            TensorPrimitives.Add(own, Row(affinities, history.Items[entry]), own);
        }

        TensorPrimitives.Clamp(weights, -HybridLimits.LargestHistoryLogit, HybridLimits.LargestHistoryLogit, weights);
        TensorPrimitives.Exp(weights, weights);
        Span<float> scales = stackalloc float[heads];
        scales.Clear();
        for (int entry = 0; entry < history.Count; entry++)
        {
            TensorPrimitives.Add(scales, weights.Slice(entry * heads, heads), scales);
        }

        TensorPrimitives.Add(scales, 1, scales);
        TensorPrimitives.ReciprocalSqrt(scales, scales);
        for (int entry = 0; entry < history.Count; entry++)
        {
            Span<float> own = weights.Slice(entry * heads, heads);
            TensorPrimitives.Multiply(own, scales, own);
        }
    }

    /// <param name="weights">From <see cref="Weigh"/>.</param>
    /// <param name="state">d; overwritten. All zeros for an empty history.</param>
    public void Pool(UserHistory history, ReadOnlySpan<float> weights, Span<float> state)
    {
        state.Clear();
        for (int entry = 0; entry < history.Count; entry++)
        {
            ReadOnlySpan<float> item = items[history.Items[entry]];
            for (int head = 0; head < heads; head++)
            {
                Span<float> own = state.Slice(head * headWidth, headWidth);
                Vectors.Axpy(weights[entry * heads + head], item.Slice(head * headWidth, headWidth), own);
            }
        }
    }

    /// <returns>Entries of the history × d: their parts of the state, which they sum to.</returns>
    public FactorMatrix Parts(UserHistory history)
    {
        var weights = new float[history.Count * heads];
        Weigh(history, weights);
        var parts = new FactorMatrix(history.Count, items.Factors);
        for (int n = 0; n < weights.Length; n++)
        {
            int start = n % heads * headWidth;
            ReadOnlySpan<float> slice = items[history.Items[n / heads]].Slice(start, headWidth);
            TensorPrimitives.Multiply(slice, weights[n], parts[n / heads].Slice(start, headWidth));
        }

        return parts;
    }

    private ReadOnlySpan<float> Row(float[] matrix, int row) => matrix.AsSpan(row * heads, heads);

    // N × heads: what a movie itself says does not depend on the history.
    private static float[] Affinities(FactorMatrix items, float[] query, int heads)
    {
        float[] byHead = new float[query.Length];
        for (int n = 0; n < query.Length; n++)
        {
            byHead[n % heads * items.Factors + n / heads] = query[n];
        }

        var affinities = new float[items.RowCount * heads];
        for (int n = 0; n < affinities.Length; n++)
        {
            affinities[n] = Vectors.Dot(items[n / heads], byHead.AsSpan(n % heads * items.Factors, items.Factors));
        }

        return affinities;
    }
}
