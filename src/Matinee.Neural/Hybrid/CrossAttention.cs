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

    public TextReading Read(StepTensors step, Batch batch, UserVectors users)
    {
        BatchFacets facets = batch.Facets!;
        int heads = options.AttentionHeads;
        int people = batch.Users.Length;
        Tensor texts = data.TextVectors!.index_select(0, step.Indices(facets.Texts));
        Tensor query = users.Pool.mm(step[Names.AttentionQuery]);
        Tensor logits = (PerHead(texts, Names.AttentionKeys, query) / Math.Sqrt(options.KeyDimension))
            .clamp(-LargestLogit, LargestLogit)
            .exp();
        Tensor ranking = PerHead(texts, Names.RankingValues, users.Ranking);
        Tensor rating = PerHead(texts, Names.RatingValues, users.Rating);

        Tensor text = step.Indices(facets.FacetTexts);
        Tensor item = step.Indices(facets.FacetItems);
        Tensor kind = step[Names.KindBias].index_select(0, step.Indices(facets.FacetKinds)).exp();
        Tensor weights = logits.index_select(0, text) * kind.unsqueeze(2);
        // Facets × heads × people, summed by movie.
        Tensor total = Summed(weights) + 1e-6f;
        Tensor ranked = (Summed(weights * ranking.index_select(0, text)) / total).sum(1L);
        Tensor rated = Summed(weights * rating.index_select(0, text)) / total;
        return new TextReading(ranked.t(), rated.permute(0, 2, 1));

        // texts × heads × people: the projected text's part for each head, times the person's.
        Tensor PerHead(Tensor vectors, string projection, Tensor person)
        {
            Tensor projected = vectors.mm(step[projection]);
            int width = (int)projected.shape[1] / heads;
            return projected
                .reshape(-1, heads, width)
                .permute(1, 0, 2)
                .bmm(person.reshape(people, heads, width).permute(1, 2, 0))
                .permute(1, 0, 2);
        }

        Tensor Summed(Tensor perFacet) =>
            zeros([batch.Items.Length, heads, people], device: step.Device).index_add(0, item, perFacet, 1);
    }
}
