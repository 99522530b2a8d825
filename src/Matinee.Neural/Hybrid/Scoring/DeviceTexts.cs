using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid.Scoring;

/// <summary>
/// What movies say, on a device. A row stands for a text read as one kind of facet, so that a movie's facets need nothing
/// but their rows: P rows, about as many as texts; a heads; the rest as in <see cref="HybridTextTensors"/>.
/// </summary>
internal sealed class DeviceTexts
{
    public DeviceTexts(HybridTextTensors text, float temperature, DeviceNetwork network)
    {
        HybridOptions options = network.Options;
        int heads = options.AttentionHeads;
        int keys = heads * options.KeyDimension;
        int d = options.RankingFactors;
        int r = options.NFactors;
        int facets = text.FacetTexts.Length;
        var rows = new Dictionary<(int Text, int Kind), int>();
        var facetRows = new int[facets];
        for (int facet = 0; facet < facets; facet++)
        {
            (int, int) pair = (text.FacetTexts[facet], text.FacetKinds[facet]);
            facetRows[facet] = rows.TryGetValue(pair, out int row) ? row : rows[pair] = rows.Count;
        }

        int[] counts = [.. Enumerable.Range(0, network.ItemCount).Select(FacetCount)];
        MostFacets = counts.Max();
        (int Text, int Kind)[] pairs = [.. rows.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
        Gate = network.Own(network.Floats(text.Gate, -1).mul_(temperature));
        AttentionQuery = network.Own(
            network.Floats(text.AttentionQuery, d, keys).mul_(1 / MathF.Sqrt(options.KeyDimension))
        );
        Keys = network.Floats(Gathered(text.Keys, keys), pairs.Length, keys);
        RankingValues = network.Floats(Gathered(text.RankingValues, d), pairs.Length, d);
        RatingValues = network.Floats(Gathered(text.RatingValues, r), pairs.Length, r);
        KindLogits = network.Floats(Logits(text.KindBias, heads, pairs.Select(pair => pair.Kind)), pairs.Length, heads);
        FacetRows = network.Indices(facetRows);
        FacetStarts = network.Indices(text.FacetStarts);
        FacetCounts = network.Indices(counts);

        int FacetCount(int item) => text.FacetStarts[item + 1] - text.FacetStarts[item];

        float[] Gathered(float[] values, int width)
        {
            var gathered = new float[pairs.Length * width];
            for (int row = 0; row < pairs.Length; row++)
            {
                values.AsSpan(pairs[row].Text * width, width).CopyTo(gathered.AsSpan(row * width));
            }

            return gathered;
        }
    }

    /// <summary>N: times the temperature.</summary>
    public Tensor Gate { get; }

    /// <summary>d × a·k, divided by √k.</summary>
    public Tensor AttentionQuery { get; }

    /// <summary>P × a·k.</summary>
    public Tensor Keys { get; }

    /// <summary>P × d.</summary>
    public Tensor RankingValues { get; }

    /// <summary>P × r.</summary>
    public Tensor RatingValues { get; }

    /// <summary>P × a: added to the logits once these are clamped.</summary>
    public Tensor KindLogits { get; }

    /// <summary>Per facet, its row.</summary>
    public Tensor FacetRows { get; }

    /// <summary>N + 1.</summary>
    public Tensor FacetStarts { get; }

    /// <summary>N.</summary>
    public Tensor FacetCounts { get; }

    /// <summary>Of one movie.</summary>
    public int MostFacets { get; }

    // Measured from the head's largest, as in Core.
    private static float[] Logits(float[] bias, int heads, IEnumerable<int> kinds)
    {
        float[] largest = [.. Enumerable.Range(0, heads).Select(head => bias.Where((_, n) => n % heads == head).Max())];
        return
        [
            .. kinds.SelectMany(kind =>
                largest.Select((most, head) => Math.Max(bias[kind * heads + head] - most, HybridLimits.LeastKindLogit))
            ),
        ];
    }
}
