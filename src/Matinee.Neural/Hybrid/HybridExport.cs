using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>
/// The trained network as Core runs it: content is mixed into each movie's vectors, batch norm is folded into the layer before
/// it, and each text is projected once.
/// </summary>
internal static class HybridExport
{
    public static HybridModel Model(
        HybridData data,
        HybridParameters parameters,
        HybridNetwork network,
        HybridOptions options,
        Device device,
        long seed
    )
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        Batch everything = new BatchBuilder(data).Catalogue();
        var step = new StepTensors(parameters, everything, device, training: false);
        UnratedPlacement unrated = UnratedPlacement.Of(data, network, parameters, device, seed);
        ItemVectors items = Placed(network.Items(step, everything), data, unrated);
        // Core knows no such option; what a history says about ratings is made nothing.
        float fromHistory = options.UseHistory ? 1 : 0;
        (Tensor hidden, Tensor hiddenBias) = Hidden(step, options);
        return new HybridModel(
            options,
            new HybridTensors
            {
                HistoryItems = Values(items.History),
                RankingItems = Values(items.Ranking),
                RankingBias = Values(items.RankingBias),
                HistoryQuery = Values(step[Names.HistoryQuery]),
                RatingGate = Values(step[Names.RatingGate]),
                RecencyGate = Values(step[Names.RecencyGate]),
                Temperature = step[Names.Temperature].item<float>(),
                RatingItems = Values(items.Rating),
                RatingHistory = Values(step[Names.RatingHistory] * fromHistory),
                RatingBias = Values(items.RatingBias),
                HistoryToRating = Values(step[Names.HistoryToRating].t() * fromHistory),
                HistoryToRatingBias = Values(step[Names.HistoryToRatingBias]),
                UserFactors = Values(parameters[Names.UserFactors].Value),
                UserBias = Values(parameters[Names.UserBias].Value),
                RatingHidden = Values(hidden.t()),
                RatingHiddenBias = Values(hiddenBias),
                RatingOutput = Values(step[Names.RatingOutput]),
                RatingOutputBias = step[Names.RatingOutputBias].item<float>(),
                Scale = new HybridRatingScale(
                    data.Mean,
                    data.Ratings.Values.ToArray().Min(),
                    data.Ratings.Values.ToArray().Max(),
                    options.UseHistory ? HistoryEncoder.MeanDamping : float.MaxValue,
                    HistoryEncoder.StateDamping
                ),
                Text = options.UseCrossAttention ? Text(step, data, items) : null,
                Content = Content(step, options, unrated),
            }
        );
    }

    private static ItemVectors Placed(ItemVectors items, HybridData data, UnratedPlacement unrated)
    {
        Tensor isUnrated = data.Counts.eq(0).to_type(ScalarType.Float32);
        Tensor scale = 1 - isUnrated * (1 - unrated.Scale);
        return items with
        {
            Ranking = items.Ranking * scale.unsqueeze(1),
            RankingBias = items.RankingBias * scale + isUnrated * unrated.Bias,
            Gate = items.Gate * scale,
        };
    }

    private static (Tensor Weights, Tensor Bias) Hidden(StepTensors step, HybridOptions options)
    {
        Tensor weights = step[Names.RatingHidden];
        Tensor bias = step[Names.BiasOf(Names.RatingHidden)];
        if (!options.UseBatchNorm)
        {
            return (weights, bias);
        }

        Tensor scale =
            step[Names.ScaleOf(Names.RatingNorm)]
            / (step[Names.VarianceOf(Names.RatingNorm)] + StepTensors.NormEpsilon).sqrt();
        return (
            weights * scale.unsqueeze(0),
            (bias - step[Names.MeanOf(Names.RatingNorm)]) * scale + step[Names.ShiftOf(Names.RatingNorm)]
        );
    }

    private static HybridTextTensors Text(StepTensors step, HybridData data, ItemVectors items) =>
        new()
        {
            Gate = Values(items.Gate),
            AttentionQuery = Values(step[Names.AttentionQuery]),
            Keys = Values(data.TextVectors!.mm(step[Names.AttentionKeys])),
            RankingValues = Values(data.TextVectors!.mm(step[Names.RankingValues])),
            RatingValues = Values(data.TextVectors!.mm(step[Names.RatingValues])),
            KindBias = Values(step[Names.KindBias]),
            FacetStarts = data.Facets!.Starts,
            FacetTexts = data.Facets.Texts,
            FacetKinds = data.Facets.Kinds,
        };

    // Sentence vectors come unscaled to whoever places movies later.
    private static HybridContentTensors Content(StepTensors step, HybridOptions options, UnratedPlacement unrated)
    {
        (Tensor? pooling, Tensor? shift) = options.UseText ? Pooling(step, options) : (null, null);
        return new HybridContentTensors
        {
            ToHistory = Values(step[Names.ContentToHistory]),
            ToRanking = Values(step[Names.ContentToRanking]),
            ToRankingBias = Values(step[Names.ContentToRankingBias]),
            ToRating = Values(step[Names.ContentToRating]),
            ToRatingBias = Values(step[Names.ContentToRatingBias]),
            UnratedScale = unrated.Scale,
            UnratedBias = unrated.Bias,
            Pooling = pooling is null ? [] : Values(pooling),
            PoolingShift = shift is null ? [] : Values(shift),
            AttentionKeys = Projection(Names.AttentionKeys),
            RankingValues = Projection(Names.RankingValues),
            RatingValues = Projection(Names.RatingValues),
        };

        float[] Projection(string name) => options.UseCrossAttention ? Values(step[name] * HybridData.TextScale) : [];
    }

    // Batch norm is linear by now, so it is part of the projections and of what is added to their sum.
    private static (Tensor Pooling, Tensor Shift) Pooling(StepTensors step, HybridOptions options)
    {
        Tensor pooling =
            stack(Enumerable.Range(0, FacetTable.KindCount).Select(kind => step[Names.TextProjection(kind)]))
            * HybridData.TextScale;
        if (!options.UseBatchNorm)
        {
            return (pooling, zeros(options.ContentFactors));
        }

        Tensor scale =
            step[Names.ScaleOf(Names.ContentNorm)]
            / (step[Names.VarianceOf(Names.ContentNorm)] + StepTensors.NormEpsilon).sqrt();
        return (
            pooling * scale,
            step[Names.ShiftOf(Names.ContentNorm)] - step[Names.MeanOf(Names.ContentNorm)] * scale
        );
    }

    private static float[] Values(Tensor tensor) => tensor.contiguous().cpu().data<float>().ToArray();
}
