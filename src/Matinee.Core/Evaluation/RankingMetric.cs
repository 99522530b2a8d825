namespace Matinee.Core.Evaluation;

/// <summary>Per-user ranking metrics at a cutoff k; docs/evaluation.md states each in full.</summary>
public enum RankingMetric
{
    /// <summary>Hits / k.</summary>
    Precision,

    /// <summary>Hits / relevant.</summary>
    Recall,

    /// <summary>DCG of the hits with gain 1 and discount log₂(rank + 1), over that of min(k, relevant) hits on top.</summary>
    Ndcg,

    /// <summary>Precision at each hit, summed, over min(k, relevant).</summary>
    Map,

    /// <summary>1 / rank of the first hit.</summary>
    Mrr,

    /// <summary>1 if anything hit.</summary>
    HitRate,

    /// <summary>Mean self-information of the list in bits, −log₂ of the share of users who rated the movie.</summary>
    Novelty,

    /// <summary>Mean pairwise genre distance of the list, 1 − cosine.</summary>
    Diversity,

    /// <summary>Area under the ROC curve of the scores, over all candidates: the same at every k.</summary>
    Auc,
}
