using System.Numerics.Tensors;
using Matinee.Core.Catalog.Facets;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Hybrid;

/// <summary>
/// Reads a movie's facets as a history asks: attention (Vaswani et al. 2017) with the history's state as the query and the
/// facets' texts as keys and values. A text is compared once per history, however many movies have it.
/// </summary>
internal sealed unsafe class TextAttention
{
    private readonly FactorKernels kernels;
    private readonly HybridTextTensors text;
    private readonly FactorMatrix query;
    private readonly HeadMatrix keys;
    private readonly float[] kindFactors;

    public TextAttention(HybridTextTensors text, HybridShape shape, FactorKernels kernels)
    {
        this.kernels = kernels;
        this.text = text with { Keys = [], RankingValues = [], RatingValues = [] };
        query = Transposed(text.AttentionQuery, shape.RankingFactors, shape.Keys);
        keys = new HeadMatrix(text.Keys, shape.Texts, shape.AttentionHeads, shape.KeyDimension);
        RankingValues = Values(text.RankingValues, shape.RankingFactors);
        RatingValues = Values(text.RatingValues, shape.RatingFactors);
        kindFactors = KindFactors(text.KindBias, shape.AttentionHeads);

        HeadMatrix Values(float[] values, int factors) =>
            new(values, shape.Texts, shape.AttentionHeads, factors / shape.AttentionHeads);
    }

    public HeadMatrix RankingValues { get; }
    public HeadMatrix RatingValues { get; }
    public int Heads => keys.HeadCount;

    public HybridTextTensors ToTensors() =>
        text with
        {
            Keys = keys.ToArray(),
            RankingValues = RankingValues.ToArray(),
            RatingValues = RatingValues.ToArray(),
        };

    public AttentionScratch NewScratch() => new(Heads, keys.Width, keys.RowCount);

    /// <summary>The texts' share in a movie's ranking score.</summary>
    public float Gate(int item) => text.Gate[item];

    public int FacetCount(int item) => text.FacetStarts[item + 1] - text.FacetStarts[item];

    /// <summary>Reads every text.</summary>
    /// <param name="state">The history's state, d floats of a factor matrix's row.</param>
    /// <param name="vector">What the values are multiplied with, heads × their width.</param>
    public void ReadAll(float* state, HeadMatrix values, FactorMatrix vector, AttentionScratch scratch)
    {
        Ask(state, scratch);
        keys.DotAll(kernels, scratch.Queries, scratch.Weights);
        values.DotAll(kernels, vector, scratch.Values);
        for (int head = 0; head < Heads; head++)
        {
            Span<float> weights = scratch.Weights[head];
            TensorPrimitives.Clamp(weights, -HybridLimits.LargestTextLogit, HybridLimits.LargestTextLogit, weights);
            TensorPrimitives.Exp(weights, weights);
        }
    }

    /// <summary>Reads the texts of some movies.</summary>
    /// <inheritdoc cref="ReadAll"/>
    public void Read(
        ReadOnlySpan<int> items,
        float* state,
        HeadMatrix values,
        FactorMatrix vector,
        AttentionScratch scratch
    )
    {
        Ask(state, scratch);
        scratch.StartRead();
        foreach (int item in items)
        {
            foreach (int place in Texts(item))
            {
                if (scratch.Add(place))
                {
                    keys.Dot(kernels, scratch.Queries, place, scratch.Weights);
                    values.Dot(kernels, vector, place, scratch.Values);
                    Exponentiate(place, scratch.Weights);
                }
            }
        }
    }

    /// <summary>What a movie's facets say to the history: the sum over heads of the values' means by attention.</summary>
    /// <param name="scratch">After its texts have been read.</param>
    /// <returns>0 without facets.</returns>
    public float Term(int item, AttentionScratch scratch)
    {
        ReadOnlySpan<int> texts = Texts(item);
        ReadOnlySpan<int> kinds = Kinds(item);
        float term = 0;
        for (int head = 0; head < Heads && !texts.IsEmpty; head++)
        {
            float* weights = scratch.Weights.RowPointer(head);
            float* values = scratch.Values.RowPointer(head);
            float sum = 0;
            float total = 0;
            for (int facet = 0; facet < texts.Length; facet++)
            {
                float weight = weights[texts[facet]] * kindFactors[kinds[facet] * Heads + head];
                total += weight;
                sum += weight * values[texts[facet]];
            }

            term += sum / total;
        }

        GC.KeepAlive(scratch);
        return term;
    }

    /// <param name="scratch">After the movie's texts have been read.</param>
    /// <param name="attention">Facets of the movie × heads; overwritten. Every head's sum to 1.</param>
    public void Weights(int item, AttentionScratch scratch, Span<float> attention)
    {
        ReadOnlySpan<int> texts = Texts(item);
        ReadOnlySpan<int> kinds = Kinds(item);
        for (int head = 0; head < Heads; head++)
        {
            float total = 0;
            for (int facet = 0; facet < texts.Length; facet++)
            {
                float weight = scratch.Weights[head][texts[facet]] * kindFactors[kinds[facet] * Heads + head];
                attention[facet * Heads + head] = weight;
                total += weight;
            }

            for (int facet = 0; facet < texts.Length; facet++)
            {
                attention[facet * Heads + head] /= total;
            }
        }
    }

    /// <summary>What each facet of a movie is to the history, attention being the mean of the heads.</summary>
    /// <param name="scratch">After the movie's texts have been read with the ranking values.</param>
    /// <param name="factor">Multiplies what the facets say.</param>
    public FacetReading[] Readings(int item, AttentionScratch scratch, float factor)
    {
        var attention = new float[FacetCount(item) * Heads];
        Weights(item, scratch, attention);
        ReadOnlySpan<int> texts = Texts(item);
        ReadOnlySpan<int> kinds = Kinds(item);
        var readings = new FacetReading[texts.Length];
        for (int facet = 0; facet < texts.Length; facet++)
        {
            float weight = 0;
            float score = 0;
            for (int head = 0; head < Heads; head++)
            {
                float own = attention[facet * Heads + head];
                weight += own;
                score += own * scratch.Values[head][texts[facet]];
            }

            readings[facet] = new FacetReading((FacetKind)kinds[facet], weight / Heads, factor * score);
        }

        return readings;
    }

    /// <summary>Adds what a movie says to every history alike once its attention is fixed: the ranking values' mean.</summary>
    /// <param name="factor">Multiplies the mean.</param>
    /// <param name="direction">d.</param>
    public void AddMeanValue(int item, AttentionScratch scratch, float factor, Span<float> direction)
    {
        var attention = new float[FacetCount(item) * Heads];
        Weights(item, scratch, attention);
        ReadOnlySpan<int> texts = Texts(item);
        int width = RankingValues.Width;
        for (int n = 0; n < attention.Length; n++)
        {
            int head = n % Heads;
            Span<float> own = direction.Slice(head * width, width);
            Vectors.Axpy(factor * attention[n], RankingValues[texts[n / Heads], head], own);
        }
    }

    private ReadOnlySpan<int> Texts(int item) => text.FacetTexts.AsSpan(text.FacetStarts[item], FacetCount(item));

    private ReadOnlySpan<int> Kinds(int item) => text.FacetKinds.AsSpan(text.FacetStarts[item], FacetCount(item));

    private void Ask(float* state, AttentionScratch scratch)
    {
        float scale = 1 / MathF.Sqrt(keys.Width);
        for (int head = 0; head < Heads; head++)
        {
            float* rows = query.RowPointer(head * keys.Width);
            float* asked = scratch.Queries.RowPointer(head);
            kernels.Products(state, 1, rows, keys.Width, query.Stride, asked, keys.Width);
            TensorPrimitives.Multiply(scratch.Queries[head], scale, scratch.Queries[head]);
        }

        GC.KeepAlive(this);
    }

    private void Exponentiate(int place, FactorMatrix weights)
    {
        for (int head = 0; head < Heads; head++)
        {
            float* weight = weights.RowPointer(head) + place;
            *weight = MathF.Exp(Math.Clamp(*weight, -HybridLimits.LargestTextLogit, HybridLimits.LargestTextLogit));
        }
    }

    private static FactorMatrix Transposed(ReadOnlySpan<float> values, int rows, int columns)
    {
        var transposed = new FactorMatrix(columns, rows);
        for (int n = 0; n < values.Length; n++)
        {
            transposed[n % columns][n / columns] = values[n];
        }

        return transposed;
    }

    // Measured from the head's largest, which attention does not notice: exp of a large bias has no float.
    private static float[] KindFactors(float[] bias, int heads)
    {
        var factors = new float[bias.Length];
        for (int n = 0; n < bias.Length; n++)
        {
            float largest = float.NegativeInfinity;
            for (int other = n % heads; other < bias.Length; other += heads)
            {
                largest = Math.Max(largest, bias[other]);
            }

            factors[n] = MathF.Exp(Math.Max(bias[n] - largest, HybridLimits.LeastKindLogit));
        }

        return factors;
    }
}
