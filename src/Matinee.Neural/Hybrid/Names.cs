namespace Matinee.Neural.Hybrid;

/// <summary>Names of the trained tensors, in checkpoints.</summary>
internal static class Names
{
    public const string HistoryItems = "history_items";
    public const string RankingItems = "ranking_items";
    public const string RankingBias = "ranking_bias";
    public const string RatingItems = "rating_items";
    public const string RatingHistory = "rating_history";
    public const string RatingBias = "rating_bias";
    public const string UserFactors = "user_factors";
    public const string UserBias = "user_bias";
    public const string HistoryQuery = "history_query";
    public const string RatingGate = "rating_gate";
    public const string RecencyGate = "recency_gate";
    public const string Temperature = "temperature";
    public const string HistoryToRating = "history_to_rating";
    public const string HistoryToRatingBias = "history_to_rating_bias";
    public const string RatingHidden = "rating_hidden";
    public const string RatingOutput = "rating_output";
    public const string RatingOutputBias = "rating_output_bias";
    public const string RatingNorm = "rating_norm";
    public const string ContentNorm = "content_norm";
    public const string ContentToHistory = "content_to_history";
    public const string ContentToRanking = "content_to_ranking";
    public const string ContentToRankingBias = "content_to_ranking_bias";
    public const string ContentToRating = "content_to_rating";
    public const string ContentToRatingBias = "content_to_rating_bias";
    public const string AttentionQuery = "attention_query";
    public const string AttentionKeys = "attention_keys";
    public const string RankingValues = "ranking_values";
    public const string RatingValues = "rating_values";
    public const string KindBias = "kind_bias";

    public static string TextProjection(int kind) => $"text_projection_{kind}";

    public static string BiasOf(string layer) => layer + "_bias";

    public static string ScaleOf(string norm) => norm + "_scale";

    public static string ShiftOf(string norm) => norm + "_shift";

    public static string MeanOf(string norm) => norm + "_mean";

    public static string VarianceOf(string norm) => norm + "_variance";
}
