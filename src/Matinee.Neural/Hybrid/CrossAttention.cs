using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>The candidates' texts as the batch's people ask them.</summary>
/// <param name="Facets">Of the candidates.</param>
/// <param name="Query">users × heads·k, scaled.</param>
/// <param name="Keys">Per head, texts × k.</param>
/// <param name="Values">Per head, texts × d/heads.</param>
/// <param name="RatingTexts">texts × (heads·k + r): keys and rating values.</param>
/// <param name="KindBias">texts × heads.</param>
internal sealed record AskedTexts(
    FacetSet Facets,
    Tensor Query,
    Tensor[] Keys,
    Tensor[] Values,
    Tensor RatingTexts,
    Tensor KindBias
);

/// <summary>
/// Cross-attention: a person's history state queries the facets of each candidate. Logits and values are computed per
/// distinct text and summed by movie, since values enter as products with the person's own vectors.
/// </summary>
internal sealed class CrossAttention(HybridData data, HybridOptions options)
{
    // Keeps a movie without facets from dividing by nothing.
    private const float Floor = 1e-6f;

    private readonly int heads = options.AttentionHeads;
    private readonly int width = options.KeyDimension;

    public AskedTexts Ask(StepTensors step, Batch batch, UserVectors users)
    {
        FacetSet facets = batch.CandidateFacets!;
        Tensor texts = data.TextVectors!.index_select(0, step.Indices([.. facets.Kinds.SelectMany(kind => kind.Rows)]));
        Tensor keys = step.Product(texts, step[Names.AttentionKeys]);
        Tensor values = step.Product(texts, step[Names.RankingValues]);
        return new AskedTexts(
            facets,
            users.Pool.mm(step[Names.AttentionQuery]) / Math.Sqrt(width),
            PerHead(keys),
            PerHead(values),
            cat([keys, step.Product(texts, step[Names.RatingValues])], 1),
            cat([.. facets.Kinds.Select(kind => step[Names.KindBias][kind.Kind].expand(kind.Rows.Length, heads))])
        );
    }

    /// <returns>users × candidates: added to the ranking score, before the gate.</returns>
    public Tensor Ranking(StepTensors step, AskedTexts asked, UserVectors users)
    {
        long people = users.Ranking.shape[0];
        long texts = asked.Facets.TextCount;
        Tensor weights = Weights(
                Products(asked.Keys, asked.Query).reshape(texts, heads, people),
                asked.KindBias.unsqueeze(2)
            )
            .reshape(texts, -1);
        Tensor said = weights * Products(asked.Values, users.Ranking);
        FacetSet facets = asked.Facets;
        Tensor[] sums = new RowMap(step.Device, facets.Owners, facets.Texts, facets.Movies, texts)
            .Of(cat([weights, said], 1))
            .chunk(2, 1);
        return (sums[1] / (sums[0] + Floor)).reshape(-1, heads, people).sum(1L).t();
    }

    /// <returns>Per target: added to the rating.</returns>
    public Tensor Rating(StepTensors step, Batch batch, AskedTexts asked, UserVectors users)
    {
        (long[] targets, long[] texts) = OfTargets(batch.Targets, asked.Facets);
        long[] people = [.. targets.Select(target => batch.Targets.Users[target])];
        Tensor said = RowMap
            .Copy(step.Device, texts, asked.Facets.TextCount)
            .Of(cat([asked.RatingTexts, asked.KindBias], 1));
        Tensor asking = RowMap.Copy(step.Device, people, batch.Users.Length).Of(cat([asked.Query, users.Rating], 1));
        Tensor products = said.narrow(1, 0, asking.shape[1]) * asking;
        Tensor[] parts = products.split([heads * width, users.Rating.shape[1]], 1);
        Tensor weights = Weights(SumPerHead(parts[0]), said.narrow(1, asking.shape[1], heads));
        Tensor sums = RowMap
            .Sum(step.Device, targets, batch.Targets.Users.Length)
            .Of(cat([weights, weights * SumPerHead(parts[1])], 1));
        return (sums.narrow(1, heads, heads) / (sums.narrow(1, 0, heads) + Floor)).sum(1L);
    }

    private static Tensor Weights(Tensor logits, Tensor kindBias) =>
        (logits.clamp(-HybridLimits.LargestTextLogit, HybridLimits.LargestTextLogit) + kindBias).exp();

    // Not by narrow, whose gradient is a whole tensor of zeros for each head.
    private Tensor[] PerHead(Tensor projected) => projected.chunk(heads, 1);

    // texts × heads·people.
    private Tensor Products(Tensor[] texts, Tensor people) =>
        cat([.. texts.Zip(PerHead(people), (text, person) => text.mm(person.t()))], 1);

    private Tensor SumPerHead(Tensor products) => products.reshape(products.shape[0], heads, -1).sum(2L);

    private static (long[] Targets, long[] Texts) OfTargets(Targets targets, FacetSet facets)
    {
        var owners = new List<long>();
        var texts = new List<long>();
        for (int target = 0; target < targets.Positions.Length; target++)
        {
            int movie = (int)targets.Positions[target];
            for (int facet = facets.Starts[movie]; facet < facets.Starts[movie + 1]; facet++)
            {
                owners.Add(target);
                texts.Add(facets.Texts[facet]);
            }
        }

        return ([.. owners], [.. texts]);
    }
}
