using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid.Scoring;

/// <summary>
/// What movies' texts say to histories: the sum over heads of the values' means by attention, 0 for a movie without texts.
/// </summary>
internal sealed class TextTerms(DeviceTexts texts, HybridOptions options)
{
    // Below any sum of weights, so that it matters only where there is none.
    private const float Floor = 1e-35f;

    private readonly int heads = options.AttentionHeads;
    private readonly int keyWidth = options.KeyDimension;

    /// <summary>Of temporaries, per history, when every text is read: one head's weights and values at a time.</summary>
    public long BytesPerHistory => 2L * sizeof(float) * (3 * texts.Keys.shape[0] + 3 * texts.Gate.shape[0]);

    /// <summary>All movies' for all histories. A text is compared once per history, however many movies have it.</summary>
    /// <param name="states">B × d.</param>
    /// <param name="values">P × width.</param>
    /// <param name="vectors">What the values are multiplied with, B × width.</param>
    /// <returns>N × B.</returns>
    public Tensor All(Tensor states, Tensor values, Tensor vectors)
    {
        long histories = states.shape[0];
        int width = (int)values.shape[1] / heads;
        Tensor queries = states.mm(texts.AttentionQuery);
        Tensor terms = zeros(texts.Gate.shape[0], histories, device: states.device);
        for (int head = 0; head < heads; head++)
        {
            using var scope = NewDisposeScope();
            Tensor weights = Products(texts.Keys, queries, head, keyWidth)
                .clamp_(-HybridLimits.LargestTextLogit, HybridLimits.LargestTextLogit)
                .add_(texts.KindLogits.narrow(1, head, 1))
                .exp_();
            Tensor said = Products(values, vectors, head, width).mul_(weights);
            Tensor sums = SegmentSums.Of(cat([weights, said], 1), texts.FacetRows, texts.FacetStarts);
            Tensor totals = sums.narrow(1, 0, histories).clamp_min_(Floor);
            terms.add_(sums.narrow(1, histories, histories).div_(totals));
        }

        return terms;
    }

    /// <summary>Some movies' for some histories, in blocks of <see cref="ScoringBlocks.Bytes"/>.</summary>
    /// <param name="askers">Per pair, its history.</param>
    /// <param name="items">Per pair, its movie.</param>
    /// <inheritdoc cref="All"/>
    /// <returns>One per pair.</returns>
    public Tensor Pairs(Tensor states, Tensor values, Tensor vectors, Tensor askers, Tensor items)
    {
        Tensor queries = states.mm(texts.AttentionQuery);
        long bytesPerFacet = 3L * sizeof(float) * (texts.Keys.shape[1] + values.shape[1]);
        long most = Math.Max(1, ScoringBlocks.Bytes / (bytesPerFacet * Math.Max(1, texts.MostFacets)));
        Tensor terms = zeros(items.shape[0], device: items.device);
        for (long start = 0; start < items.shape[0]; start += most)
        {
            using var scope = NewDisposeScope();
            long count = Math.Min(most, items.shape[0] - start);
            Tensor few = Few(queries, values, vectors, askers.narrow(0, start, count), items.narrow(0, start, count));
            terms.narrow(0, start, count).copy_(few);
        }

        return terms;
    }

    private Tensor Few(Tensor queries, Tensor values, Tensor vectors, Tensor askers, Tensor items)
    {
        Device device = items.device;
        Tensor counts = texts.FacetCounts.index_select(0, items);
        Tensor ends = counts.cumsum(0);
        long facets = ends[-1].item<long>();
        Tensor pair = arange(items.shape[0], ScalarType.Int64, device).repeat_interleave(counts, 0, facets);
        Tensor places = arange(facets, ScalarType.Int64, device);
        Tensor shifts = texts.FacetStarts.index_select(0, items) - (ends - counts);
        Tensor rows = texts.FacetRows.index_select(0, places + shifts.index_select(0, pair));
        Tensor asker = askers.index_select(0, pair);
        Tensor weights = Dots(texts.Keys, queries, keyWidth)
            .clamp_(-HybridLimits.LargestTextLogit, HybridLimits.LargestTextLogit)
            .add_(texts.KindLogits.index_select(0, rows))
            .exp_();
        Tensor said = Dots(values, vectors, (int)values.shape[1] / heads).mul_(weights);
        Tensor starts = cat([zeros(1, ScalarType.Int64, device), ends]);
        Tensor sums = SegmentSums.Of(cat([weights, said], 1), places, starts);
        return (sums.narrow(1, heads, heads) / sums.narrow(1, 0, heads).clamp_min_(Floor)).sum(1L);

        // facets × heads.
        Tensor Dots(Tensor ofTexts, Tensor ofHistories, int width) =>
            ofTexts
                .index_select(0, rows)
                .mul_(ofHistories.index_select(0, asker))
                .reshape(facets, heads, width)
                .sum(2L);
    }

    // P × B: a head's slices of both.
    private static Tensor Products(Tensor ofTexts, Tensor ofHistories, int head, int width) =>
        ofTexts.narrow(1, head * width, width).mm(ofHistories.narrow(1, head * width, width).t());
}
