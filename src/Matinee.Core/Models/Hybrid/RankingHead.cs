using System.Numerics.Tensors;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Hybrid;

/// <summary>
/// Scores candidates for histories' states: their products, and for each candidate what its texts say to the history, as
/// much as the candidate's gate lets through.
/// </summary>
internal sealed unsafe class RankingHead
{
    private readonly FactorKernels kernels;
    private readonly FactorMatrix items;
    private readonly float[] bias;
    private readonly float temperature;
    private readonly TextAttention? attention;

    public RankingHead(HybridTensors tensors, HybridShape shape, TextAttention? attention, FactorKernels kernels)
    {
        this.kernels = kernels;
        this.attention = attention;
        items = FactorMatrix.From(tensors.RankingItems, shape.Items, shape.RankingFactors);
        bias = tensors.RankingBias;
        temperature = tensors.Temperature;
    }

    public float[] ItemFactors() => items.ToArray();

    /// <summary>The part of the scores that needs no texts.</summary>
    /// <param name="states">At least <paramref name="count"/> × d.</param>
    /// <param name="scores">count × N; overwritten.</param>
    public void ScoreWithoutTexts(FactorMatrix states, int count, Span<float> scores)
    {
        fixed (float* products = scores)
        {
            kernels.Products(
                states.Pointer,
                count,
                items.Pointer,
                items.RowCount,
                items.Stride,
                products,
                items.RowCount
            );
        }

        GC.KeepAlive(this);
        for (int n = 0; n < count; n++)
        {
            Span<float> own = scores.Slice(n * bias.Length, bias.Length);
            TensorPrimitives.MultiplyAdd(own, temperature, bias, own);
        }
    }

    /// <summary>Adds every candidate's texts.</summary>
    /// <param name="state">d, a factor matrix's row.</param>
    public void AddTexts(float* state, HybridScratch scratch, Span<float> scores)
    {
        if (attention is null || scratch.Attention is not { } read)
        {
            return;
        }

        Slice(state, scratch);
        attention.ReadAll(state, attention.RankingValues, scratch.SlicedState, read);
        for (int item = 0; item < scores.Length; item++)
        {
            scores[item] += temperature * attention.Gate(item) * attention.Term(item, read);
        }
    }

    /// <summary>
    /// Adds the texts of the best unseen candidates, and moves all others below them together, so that a list of at most
    /// <see cref="HybridModel.RetrievalSize"/> movies holds none whose texts were not read.
    /// </summary>
    /// <inheritdoc cref="AddTexts"/>
    /// <param name="seenAscending">Not worth reading: lists leave them out.</param>
    public void AddTextsToBest(float* state, ReadOnlySpan<int> seenAscending, HybridScratch scratch, Span<float> scores)
    {
        if (attention is null || scratch.Attention is not { } read)
        {
            return;
        }

        int count = TopK.Select(scores, seenAscending, scratch.Best);
        Span<ScoredItem> best = scratch.Best.AsSpan(0, count);
        Span<int> bestItems = scratch.BestItems.AsSpan(0, count);
        for (int n = 0; n < count; n++)
        {
            bestItems[n] = best[n].Item;
        }

        ReadTexts(state, bestItems, scratch);
        float lowest = float.PositiveInfinity;
        for (int n = 0; n < count; n++)
        {
            (int item, float score) = best[n];
            score += temperature * attention.Gate(item) * attention.Term(item, read);
            lowest = Math.Min(lowest, score);
            best[n] = new ScoredItem(item, score);
            scores[item] = float.NegativeInfinity;
        }

        float highest = TensorPrimitives.Max<float>(scores);
        if (highest >= lowest)
        {
            // Beyond rounding, so that no tie is left.
            float margin = 1e-5f * (1 + Math.Abs(highest) + Math.Abs(lowest));
            TensorPrimitives.Subtract(scores, highest - lowest + margin, scores);
        }

        foreach ((int item, float score) in best)
        {
            scores[item] = score;
        }
    }

    /// <summary>What each of a candidate's texts is to a state.</summary>
    public FacetReading[] Readings(float* state, int item, HybridScratch scratch)
    {
        if (attention is null || scratch.Attention is not { } read)
        {
            return [];
        }

        ReadTexts(state, [item], scratch);
        return attention.Readings(item, read, temperature * attention.Gate(item));
    }

    /// <summary>Reads some candidates' texts, for <see cref="Direction"/>.</summary>
    public void ReadTexts(float* state, ReadOnlySpan<int> candidates, HybridScratch scratch)
    {
        if (attention is not null && scratch.Attention is { } read)
        {
            Slice(state, scratch);
            attention.Read(candidates, state, attention.RankingValues, scratch.SlicedState, read);
        }
    }

    /// <summary>
    /// The vector whose product with a state is the candidate's score without its bias, once attention is fixed.
    /// </summary>
    /// <param name="scratch">After the candidate's texts have been read.</param>
    /// <param name="direction">d; overwritten.</param>
    public void Direction(int item, HybridScratch scratch, Span<float> direction)
    {
        TensorPrimitives.Multiply(items[item], temperature, direction);
        if (attention is not null && scratch.Attention is { } read)
        {
            attention.AddMeanValue(item, read, temperature * attention.Gate(item), direction);
        }
    }

    private void Slice(float* state, HybridScratch scratch) =>
        attention!.RankingValues.Slice(new ReadOnlySpan<float>(state, items.Factors), scratch.SlicedState);
}
