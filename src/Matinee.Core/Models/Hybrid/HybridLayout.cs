using System.Numerics.Tensors;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog.Facets;

namespace Matinee.Core.Models.Hybrid;

/// <summary>The network's float tensors in a bundle: their names and shapes.</summary>
internal static class HybridLayout
{
    public const string Global = "global";
    public const string FacetStarts = "facet_starts";
    public const string FacetTexts = "facet_texts";
    public const string FacetKinds = "facet_kinds";

    /// <summary>Its presence says that there is attention to texts.</summary>
    public const string AttentionQuery = "attention_query";

    /// <summary>Its presence says that movies can be placed.</summary>
    public const string ContentToRankingBias = "content_to_ranking_bias";

    public const string Unrated = "unrated";

    private static readonly int KindCount = Enum.GetValues<FacetKind>().Length;

    private static readonly Row[] Always =
    [
        new("history_items", t => t.HistoryItems, s => [s.Items, s.RankingFactors]),
        new("ranking_items", t => t.RankingItems, s => [s.Items, s.RankingFactors]),
        new("ranking_bias", t => t.RankingBias, s => [s.Items]),
        new("history_query", t => t.HistoryQuery, s => [s.RankingFactors, s.HistoryHeads]),
        new("rating_gate", t => t.RatingGate, s => [HistorySignals.RatingLevels, s.HistoryHeads]),
        new("recency_gate", t => t.RecencyGate, s => [HistorySignals.AgeBuckets, s.HistoryHeads]),
        new("temperature", t => [t.Temperature], _ => [1]),
        new("rating_items", t => t.RatingItems, s => [s.Items, s.RatingFactors]),
        new("rating_history", t => t.RatingHistory, s => [s.Items, s.RatingFactors]),
        new("rating_bias", t => t.RatingBias, s => [s.Items]),
        new("history_to_rating", t => t.HistoryToRating, s => [s.RatingFactors, s.RankingFactors]),
        new("history_to_rating_bias", t => t.HistoryToRatingBias, s => [s.RatingFactors]),
        new("user_factors", t => t.UserFactors, s => [s.Users, s.RatingFactors]),
        new("user_bias", t => t.UserBias, s => [s.Users]),
        new("rating_hidden", t => t.RatingHidden, s => [s.HiddenUnits, 2 * s.RatingFactors]),
        new("rating_hidden_bias", t => t.RatingHiddenBias, s => [s.HiddenUnits]),
        new("rating_output", t => t.RatingOutput, s => [s.HiddenUnits]),
        new("rating_output_bias", t => [t.RatingOutputBias], _ => [1]),
        new(
            Global,
            t => [t.Scale.Mean, t.Scale.Lowest, t.Scale.Highest, t.Scale.MeanDamping, t.Scale.StateDamping],
            _ => [5]
        ),
    ];

    private static readonly Row[] WithText =
    [
        new("text_gate", t => t.Text!.Gate, s => [s.Items]),
        new(AttentionQuery, t => t.Text!.AttentionQuery, s => [s.RankingFactors, s.Keys]),
        new("text_keys", t => t.Text!.Keys, s => [s.Texts, s.Keys]),
        new("text_ranking_values", t => t.Text!.RankingValues, s => [s.Texts, s.RankingFactors]),
        new("text_rating_values", t => t.Text!.RatingValues, s => [s.Texts, s.RatingFactors]),
        new("kind_bias", t => t.Text!.KindBias, s => [s.Kinds, s.AttentionHeads]),
    ];

    private static readonly Row[] WithContent =
    [
        new("content_to_history", t => t.Content!.ToHistory, s => [s.Content, s.RankingFactors]),
        new("content_to_ranking", t => t.Content!.ToRanking, s => [s.Content, s.RankingFactors]),
        new(ContentToRankingBias, t => t.Content!.ToRankingBias, s => [s.Content]),
        new("content_to_rating", t => t.Content!.ToRating, s => [s.Content, s.RatingFactors]),
        new("content_to_rating_bias", t => t.Content!.ToRatingBias, s => [s.Content]),
        new(Unrated, t => [t.Content!.UnratedScale, t.Content.UnratedBias], _ => [2]),
    ];

    private static readonly Row[] WithPooling =
    [
        new("text_pooling", t => t.Content!.Pooling, s => [KindCount, s.Embedding, s.Pooled]),
        new("text_pooling_shift", t => t.Content!.PoolingShift, s => [s.Pooled]),
    ];

    private static readonly Row[] WithProjections =
    [
        new("project_text_keys", t => t.Content!.AttentionKeys, s => [s.Embedding, s.Keys]),
        new("project_text_ranking_values", t => t.Content!.RankingValues, s => [s.Embedding, s.RankingFactors]),
        new("project_text_rating_values", t => t.Content!.RatingValues, s => [s.Embedding, s.RatingFactors]),
    ];

    /// <param name="pooled">Whether texts are pooled.</param>
    public static IEnumerable<Row> Rows(bool text, bool content, bool pooled) =>
        [
            .. Always,
            .. text ? WithText : [],
            .. content ? WithContent : [],
            .. content && pooled ? WithPooling : [],
            .. content && text ? WithProjections : [],
        ];

    public static void Save(HybridTensors tensors, HybridShape shape, SafetensorsWriter writer)
    {
        foreach (Row row in Rows(tensors.Text is not null, tensors.Content is not null, shape.Pooled > 0))
        {
            writer.Add(row.Name, row.Values(tensors), row.Shape(shape));
        }

        if (tensors.Text is { } text)
        {
            writer.Add(FacetStarts, text.FacetStarts);
            writer.Add(FacetTexts, text.FacetTexts);
            writer.Add(FacetKinds, text.FacetKinds);
        }
    }

    /// <exception cref="MatineeException">A tensor has another length than the options and the others ask for.</exception>
    public static void Check(HybridTensors tensors, HybridShape shape)
    {
        foreach (Row row in Rows(tensors.Text is not null, tensors.Content is not null, shape.Pooled > 0))
        {
            float[] values = row.Values(tensors);
            int[] expected = row.Shape(shape);
            if (values.Length != expected.Aggregate(1L, (product, dimension) => product * dimension))
            {
                throw Wrong(row.Name, $"has {values.Length} values, and {Text(expected)} are expected");
            }

            if (!float.IsFinite(TensorPrimitives.SumOfMagnitudes<float>(values)))
            {
                throw new MatineeException(
                    $"The network's tensor '{row.Name}' holds values that are no numbers: its training diverged. Train "
                        + "again with a lower learning_rate."
                );
            }
        }

        if (tensors.Text is { } text)
        {
            CheckFacets(text, shape);
        }
    }

    /// <exception cref="MatineeException">A tensor is missing, or has another shape than the options and the others ask for.</exception>
    public static void CheckShape(string name, int[] actual, int[] expected)
    {
        if (!actual.AsSpan().SequenceEqual(expected))
        {
            throw Wrong(name, $"is {Text(actual)}, and {Text(expected)} is expected");
        }
    }

    private static void CheckFacets(HybridTextTensors text, HybridShape shape)
    {
        int[] starts = text.FacetStarts;
        bool ascending = starts.Length == shape.Items + 1 && starts[0] == 0 && starts[^1] == shape.Facets;
        for (int item = 0; ascending && item < shape.Items; item++)
        {
            ascending = starts[item] <= starts[item + 1];
        }

        if (!ascending)
        {
            throw Wrong(FacetStarts, $"does not run from 0 to {shape.Facets} facets over {shape.Items} movies");
        }

        CheckIndices(FacetTexts, text.FacetTexts, shape.Facets, shape.Texts);
        CheckIndices(FacetKinds, text.FacetKinds, shape.Facets, shape.Kinds);
    }

    private static void CheckIndices(string name, int[] indices, int count, int limit)
    {
        if (indices.Length != count || indices.Any(index => (uint)index >= (uint)limit))
        {
            throw Wrong(name, $"does not name one of {limit} for each of {count} facets");
        }
    }

    private static MatineeException Wrong(string name, string problem) =>
        new($"The network's tensor '{name}' {problem}. Train the model again, or restore its files.");

    private static string Text(int[] shape) => string.Join(" × ", shape);

    /// <param name="Values">Where the tensor is found.</param>
    /// <param name="Shape">What shape it must have.</param>
    public sealed record Row(string Name, Func<HybridTensors, float[]> Values, Func<HybridShape, int[]> Shape);
}
