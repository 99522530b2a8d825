using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>The batch's movies as the rest of the network sees them: what ratings taught plus what they say.</summary>
/// <param name="History">items × d: as evidence.</param>
/// <param name="Ranking">items × d: as candidate.</param>
/// <param name="RankingBias">items.</param>
/// <param name="Rating">items × r.</param>
/// <param name="RatingBias">items.</param>
/// <param name="Gate">items: share of the text in the ranking score.</param>
internal sealed record ItemVectors(
    Tensor History,
    Tensor Ranking,
    Tensor RankingBias,
    Tensor Rating,
    Tensor RatingBias,
    Tensor Gate
);

/// <summary>
/// Embeddings by id, content by features and pooled facet texts. In the ranking score content counts κ / (ratings + κ): a
/// movie nobody has rated is placed by it alone, a known one hardly. Ids are dropped now and then (DropoutNet, Volkovs et al.
/// 2017), so that content learns to stand alone.
/// </summary>
internal sealed class ItemEncoder(HybridData data, HybridOptions options)
{
    private const double FeatureDropout = 0.2;

    /// <param name="idsOff">Whether every candidate is to look as if nobody had rated it.</param>
    public ItemVectors Encode(StepTensors step, Batch batch, bool idsOff)
    {
        Tensor content = Content(step, batch);
        Tensor counts = data.Counts.index_select(0, step.Items);
        Tensor rated = counts.gt(0).to_type(ScalarType.Float32);
        Tensor kept = step.Keep(batch.Items.Length, options.IdDropout) * rated;
        Tensor asCandidate = idsOff ? zeros_like(kept) : kept;
        Tensor historyGate = Gate(counts * kept);
        Tensor gate = Gate(counts * asCandidate);
        return new ItemVectors(
            Mixed(step, Names.HistoryItems, kept, content, Names.ContentToHistory, historyGate),
            Mixed(step, Names.RankingItems, asCandidate, content, Names.ContentToRanking, gate),
            step[Names.RankingBias] * asCandidate + content.mv(step[Names.ContentToRankingBias]) * gate,
            Mixed(step, Names.RatingItems, asCandidate, content, Names.ContentToRating, ones_like(gate)),
            step[Names.RatingBias] * asCandidate + content.mv(step[Names.ContentToRatingBias]),
            gate
        );
    }

    private Tensor Gate(Tensor counts) => options.TextPrior / (counts + options.TextPrior);

    private static Tensor Mixed(
        StepTensors step,
        string embedding,
        Tensor kept,
        Tensor content,
        string projection,
        Tensor gate
    ) => step[embedding] * kept.unsqueeze(1) + step.Product(content, step[projection]) * gate.unsqueeze(1);

    private Tensor Content(StepTensors step, Batch batch)
    {
        Tensor features = step.Dropout(data.Features.index_select(0, step.Items), FeatureDropout);
        if (!options.UseText || batch.Facets is not { } facets)
        {
            return features;
        }

        Tensor text = Pooled(step, facets);
        text = options.UseBatchNorm ? step.Normalised(Names.ContentNorm, text) : text;
        return cat([features, step.Dropout(text.tanh(), options.Dropout)], 1);
    }

    // Projecting before summing: each text once, though many movies share it.
    private Tensor Pooled(StepTensors step, FacetSet facets)
    {
        Tensor projected = cat([
            .. facets.Kinds.Select(kind =>
                step.Product(
                    step.Dropout(data.TextVectors!.index_select(0, step.Indices(kind.Rows)), options.Dropout),
                    step[Names.TextProjection(kind.Kind)]
                )
            ),
        ]);
        Tensor shares = step.Floats(facets.Shares);
        return new RowMap(step.Device, facets.Owners, facets.Texts, facets.Movies, facets.TextCount, shares).Of(
            projected
        );
    }
}
