using Matinee.Core.Artifacts;

namespace Matinee.Core.Models.Hybrid;

/// <summary>Reads a network back from a bundle.</summary>
internal static class HybridLoading
{
    public static HybridTensors Load(HybridOptions options, SafetensorsReader reader)
    {
        bool text = reader.Contains(HybridLayout.AttentionQuery);
        bool content = reader.Contains(HybridLayout.ContentToRankingBias);
        HybridShape shape = Shape(options, reader, text);
        Dictionary<string, HybridLayout.Row> rows = HybridLayout
            .Rows(text, content, shape.Pooled > 0)
            .ToDictionary(row => row.Name);
        float[] scale = Floats(HybridLayout.Global);
        return new HybridTensors
        {
            HistoryItems = Floats("history_items"),
            RankingItems = Floats("ranking_items"),
            RankingBias = Floats("ranking_bias"),
            HistoryQuery = Floats("history_query"),
            RatingGate = Floats("rating_gate"),
            RecencyGate = Floats("recency_gate"),
            Temperature = Floats("temperature")[0],
            RatingItems = Floats("rating_items"),
            RatingHistory = Floats("rating_history"),
            RatingBias = Floats("rating_bias"),
            HistoryToRating = Floats("history_to_rating"),
            HistoryToRatingBias = Floats("history_to_rating_bias"),
            UserFactors = Floats("user_factors"),
            UserBias = Floats("user_bias"),
            RatingHidden = Floats("rating_hidden"),
            RatingHiddenBias = Floats("rating_hidden_bias"),
            RatingOutput = Floats("rating_output"),
            RatingOutputBias = Floats("rating_output_bias")[0],
            Scale = new HybridRatingScale(scale[0], scale[1], scale[2], scale[3], scale[4]),
            Text = text ? Text() : null,
            Content = content ? Content() : null,
        };

        float[] Floats(string name)
        {
            HybridLayout.CheckShape(name, reader.Shape(name), rows[name].Shape(shape));
            return reader.Floats(name);
        }

        HybridContentTensors Content()
        {
            float[] unrated = Floats(HybridLayout.Unrated);
            return new HybridContentTensors
            {
                ToHistory = Floats("content_to_history"),
                ToRanking = Floats("content_to_ranking"),
                ToRankingBias = Floats(HybridLayout.ContentToRankingBias),
                ToRating = Floats("content_to_rating"),
                ToRatingBias = Floats("content_to_rating_bias"),
                UnratedScale = unrated[0],
                UnratedBias = unrated[1],
                Pooling = shape.Pooled > 0 ? Floats("text_pooling") : [],
                PoolingShift = shape.Pooled > 0 ? Floats("text_pooling_shift") : [],
                AttentionKeys = text ? Floats("project_text_keys") : [],
                RankingValues = text ? Floats("project_text_ranking_values") : [],
                RatingValues = text ? Floats("project_text_rating_values") : [],
            };
        }

        HybridTextTensors Text() =>
            new()
            {
                Gate = Floats("text_gate"),
                AttentionQuery = Floats(HybridLayout.AttentionQuery),
                Keys = Floats("text_keys"),
                RankingValues = Floats("text_ranking_values"),
                RatingValues = Floats("text_rating_values"),
                KindBias = Floats("kind_bias"),
                FacetStarts = reader.Ints(HybridLayout.FacetStarts),
                FacetTexts = reader.Ints(HybridLayout.FacetTexts),
                FacetKinds = reader.Ints(HybridLayout.FacetKinds),
            };
    }

    private static HybridShape Shape(HybridOptions options, SafetensorsReader reader, bool text) =>
        new()
        {
            Items = First(reader, "ranking_bias"),
            Users = First(reader, "user_bias"),
            RankingFactors = options.RankingFactors,
            RatingFactors = options.NFactors,
            HistoryHeads = options.HistoryHeads,
            HiddenUnits = options.HiddenUnits,
            AttentionHeads = options.AttentionHeads,
            KeyDimension = options.KeyDimension,
            Texts = text ? First(reader, "text_keys") : 0,
            Kinds = text ? First(reader, "kind_bias") : 0,
            Facets = text ? First(reader, HybridLayout.FacetTexts) : 0,
            Features = reader.Contains(HybridLayout.ContentToRankingBias)
                ? Math.Max(0, First(reader, HybridLayout.ContentToRankingBias) - HybridShape.PooledOf(options))
                : 0,
            Pooled = HybridShape.PooledOf(options),
            Embedding = options.EmbeddingDim,
        };

    // A scalar's shape is empty; what is no vector fails the check of its own shape.
    private static int First(SafetensorsReader reader, string name) =>
        reader.Shape(name) is [var first, ..] ? first : 0;
}
