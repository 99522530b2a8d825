using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>What a person reads in the movies' texts.</summary>
/// <param name="Ranking">users × candidates: added to the ranking score, before the gate.</param>
/// <param name="Rating">candidates × users × heads: added to the rating.</param>
internal sealed record TextReading(Tensor Ranking, Tensor Rating);

/// <summary>
/// Cross-attention: a person's history state queries the facets of each candidate. Logits and values are computed per
/// distinct text and gathered by the facets, since values enter as products with the person's own vectors.
/// </summary>
internal sealed class CrossAttention(HybridData data, HybridOptions options)
{
    private const double LargestLogit = 8;

    // Keeps a movie without facets from dividing by nothing.
    private const float Floor = 1e-6f;

    public TextReading Read(StepTensors step, Batch batch, UserVectors users)
    {
        int heads = options.AttentionHeads;
        Tensor query = users.Pool.mm(step[Names.AttentionQuery]);
        Tensor sums = zeros([batch.Items.Length, 3 * heads, batch.Users.Length], device: step.Device);
        foreach (KindFacets kind in batch.Facets!)
        {
            Tensor texts = data.TextVectors!.index_select(0, step.Indices(kind.Texts));
            Tensor logits = (PerHead(step, texts, Names.AttentionKeys, query) / Math.Sqrt(options.KeyDimension)).clamp(
                -LargestLogit,
                LargestLogit
            );
            Tensor weights = (logits + step[Names.KindBias][kind.Kind].unsqueeze(1)).exp();
            Tensor ranking = weights * PerHead(step, texts, Names.RankingValues, users.Ranking);
            Tensor rating = weights * PerHead(step, texts, Names.RatingValues, users.Rating);
            sums = kind.AddTo(sums, cat([weights, ranking, rating], 1), step);
        }

        Tensor total = sums.narrow(1, 0, heads) + Floor;
        Tensor ranked = (sums.narrow(1, heads, heads) / total).sum(1L);
        Tensor rated = sums.narrow(1, 2 * heads, heads) / total;
        return new TextReading(ranked.t(), rated.permute(0, 2, 1));
    }

    // texts × heads × people: the projected text's part for each head, times the person's.
    private Tensor PerHead(StepTensors step, Tensor texts, string projection, Tensor person)
    {
        Tensor projected = texts.mm(step[projection]);
        int width = (int)projected.shape[1] / options.AttentionHeads;
        return projected
            .reshape(-1, options.AttentionHeads, width)
            .permute(1, 0, 2)
            .bmm(person.reshape(-1, options.AttentionHeads, width).permute(1, 2, 0))
            .permute(1, 0, 2);
    }
}
