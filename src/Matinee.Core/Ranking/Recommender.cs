using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Numerics;
using Matinee.Core.Ranking.Controls;

namespace Matinee.Core.Ranking;

/// <param name="Score">The ranker's score; only its order means something.</param>
/// <param name="Rating">How the user would probably rate it.</param>
public readonly record struct Recommendation(ItemIndex Item, float Score, RatingPrediction Rating);

/// <summary>What a list shall look like.</summary>
public sealed record RecommendationRequest
{
    /// <summary>List length, at least 1. Default 10.</summary>
    public int Count { get; init; } = 10;

    /// <summary>Whether movies of the history may come back. Default false.</summary>
    public bool IncludeSeen { get; init; }

    /// <summary>What the list shall be beyond well-scored. Default: nothing.</summary>
    public RankingControls Controls { get; init; } = new();
}

/// <summary>
/// Turns any history into a list: scores, candidate filter, top k, predicted ratings. A person without a history gets
/// what everyone likes, and it lets go as ratings come (<see cref="ShortHistoryScorer"/>).
/// </summary>
public sealed class Recommender(
    IRanker ranker,
    PopularityModel popularity,
    IRatingPredictor ratings,
    MovieCatalog catalog
)
{
    private readonly RankingSpace space = new(catalog, popularity);
    private readonly ShortHistoryScorer scorer = new(ranker, popularity);

    public MovieCatalog Catalog => catalog;

    /// <returns>Best first; fewer than asked for where no more movies may be listed.</returns>
    /// <exception cref="MatineeException">A control is out of range, or the filter names an unknown genre or tag.</exception>
    public Recommendation[] Recommend(UserHistory history, RecommendationRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Count, 1);
        var scores = new float[scorer.ItemCount];
        scorer.Score(history, scores);
        // What nobody has rated is not recommended unasked.
        scores = scores[..catalog.RankedCount];
        var best = new ScoredItem[Math.Min(request.Count, scores.Length)];
        var ranking = new ControlledRanking(space, request.Controls);
        return WithRatings(history, best.AsSpan(0, ranking.Select(history, scores, request.IncludeSeen, best)));
    }

    private Recommendation[] WithRatings(UserHistory history, ReadOnlySpan<ScoredItem> best)
    {
        var items = new int[best.Length];
        for (int n = 0; n < items.Length; n++)
        {
            items[n] = best[n].Item;
        }

        var predictions = new RatingPrediction[items.Length];
        ratings.Predict(history, items, predictions);
        var recommendations = new Recommendation[items.Length];
        for (int n = 0; n < items.Length; n++)
        {
            recommendations[n] = new Recommendation(new ItemIndex(items[n]), best[n].Score, predictions[n]);
        }

        return recommendations;
    }
}
