using System.Buffers;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Numerics;

namespace Matinee.Core.Ranking;

/// <param name="Score">The ranker's score; only its order means something.</param>
/// <param name="Rating">How the user would probably rate it.</param>
public readonly record struct Recommendation(ItemIndex Item, float Score, RatingPrediction Rating);

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

    /// <summary>What controls know about the movies.</summary>
    public RankingSpace Space => space;

    internal IRatingPredictor Ratings => ratings;

    /// <returns>Best first; fewer than asked for where no more movies may be listed.</returns>
    /// <exception cref="MatineeException">A control is out of range, or the filter names an unknown genre or tag.</exception>
    public Recommendation[] Recommend(UserHistory history, RecommendationRequest request)
    {
        var ranking = new ControlledRanking(space, request.Controls);
        int end = CandidatesEnd(request);
        int length = request.Length(end);
        ulong[] leftOut = ArrayPool<ulong>.Shared.Rent(ItemBits.Words(end));
        ScoredItem[] best = ArrayPool<ScoredItem>.Shared.Rent(length);
        Span<ulong> without = leftOut.AsSpan(0, ItemBits.Words(end));
        Candidates.LeaveOut(history, request, catalog, end, without);
        int found = Best(history, ranking, end, without, best.AsSpan(0, length));
        int passed = Math.Min(request.Offset, found);
        Recommendation[] list = WithRatings(history, best.AsSpan(passed, found - passed));
        ArrayPool<ScoredItem>.Shared.Return(best);
        ArrayPool<ulong>.Shared.Return(leftOut);
        return list;
    }

    /// <summary>Items 0 .. end − 1 may be candidates.</summary>
    internal int CandidatesEnd(RecommendationRequest request) =>
        Candidates.End(catalog, scorer.ItemCount, request.Unrated);

    /// <summary>The scores that lists are made from.</summary>
    /// <param name="scores">Of the first items; overwritten.</param>
    internal void Score(UserHistory history, Span<float> scores)
    {
        float[] rented = ArrayPool<float>.Shared.Rent(scorer.ItemCount);
        scorer.Score(history, rented.AsSpan(0, scorer.ItemCount));
        rented.AsSpan(0, scores.Length).CopyTo(scores);
        ArrayPool<float>.Shared.Return(rented);
    }

    private int Best(
        UserHistory history,
        ControlledRanking ranking,
        int end,
        Span<ulong> leftOut,
        Span<ScoredItem> best
    )
    {
        if (
            ranker is IRetriever retriever
            && ranking.KeepsOrder
            && end == scorer.ItemCount
            && scorer.IsRankerAlone(history)
        )
        {
            ranking.LeaveOutFiltered(leftOut);
            return retriever.Retrieve(history, leftOut, best);
        }

        float[] scores = ArrayPool<float>.Shared.Rent(scorer.ItemCount);
        scorer.Score(history, scores.AsSpan(0, scorer.ItemCount));
        int found = ranking.SelectWithout(history, scores.AsSpan(0, end), leftOut, best);
        ArrayPool<float>.Shared.Return(scores);
        return found;
    }

    private Recommendation[] WithRatings(UserHistory history, ReadOnlySpan<ScoredItem> best)
    {
        int[] items = ArrayPool<int>.Shared.Rent(best.Length);
        RatingPrediction[] predictions = ArrayPool<RatingPrediction>.Shared.Rent(best.Length);
        for (int n = 0; n < best.Length; n++)
        {
            items[n] = best[n].Item;
        }

        ratings.Predict(history, items.AsSpan(0, best.Length), predictions.AsSpan(0, best.Length));
        var recommendations = new Recommendation[best.Length];
        for (int n = 0; n < best.Length; n++)
        {
            recommendations[n] = new Recommendation(new ItemIndex(items[n]), best[n].Score, predictions[n]);
        }

        ArrayPool<RatingPrediction>.Shared.Return(predictions);
        ArrayPool<int>.Shared.Return(items);
        return recommendations;
    }
}
