using System.Buffers;
using System.Numerics.Tensors;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Numerics;

namespace Matinee.Core.Ranking;

/// <summary>
/// One list for people who watch together. Every person's scores are stretched alike, so that nobody counts more for a model
/// that is surer of them, and then aggregated (Masthoff 2004; O'Connor et al. 2001, PolyLens). What one of them has seen counts
/// as seen. docs/ranking.md states the rules.
/// </summary>
public sealed class GroupRecommender(Recommender recommender)
{
    /// <param name="people">One history or more, empty ones among them.</param>
    /// <param name="request">Its controls work on the aggregate, and calibration and serendipity on the joint history.</param>
    /// <returns>Best first.</returns>
    /// <exception cref="MatineeException">A control is out of range, or the filter names an unknown genre or tag.</exception>
    public GroupRecommendation[] Recommend(
        IReadOnlyList<UserHistory> people,
        RecommendationRequest request,
        GroupAggregation aggregation
    )
    {
        ArgumentOutOfRangeException.ThrowIfZero(people.Count);
        UserHistory all = UserHistory.Together(people);
        int end = recommender.CandidatesEnd(request);
        int length = request.Length(end);
        var ranking = new ControlledRanking(recommender.Space, request.Controls);
        var leftOut = new ulong[ItemBits.Words(end)];
        Candidates.LeaveOut(all, request, recommender.Catalog, end, leftOut);
        ranking.LeaveOutFiltered(leftOut);
        float[] rented = ArrayPool<float>.Shared.Rent((people.Count + 1) * end);
        Span<float> joint = rented.AsSpan(people.Count * end, end);
        for (int person = 0; person < people.Count; person++)
        {
            Span<float> own = rented.AsSpan(person * end, end);
            recommender.Score(people[person], own);
            Stretch(own, leftOut);
            Aggregate(joint, own, aggregation, isFirst: person == 0);
        }

        if (aggregation == GroupAggregation.Average)
        {
            TensorPrimitives.Divide(joint, people.Count, joint);
        }

        var best = new ScoredItem[length];
        int found = ranking.SelectWithout(all, joint, leftOut, best);
        ScoredItem[] list = best[Math.Min(request.Offset, found)..found];
        GroupRecommendation[] recommendations = WithPeople(people, list, rented, end);
        ArrayPool<float>.Shared.Return(rented);
        return recommendations;
    }

    // From 0 for the last of the person's candidates to 1 for the first; beyond the pool it goes on below 0.
    private static void Stretch(Span<float> scores, ReadOnlySpan<ulong> leftOut)
    {
        ScoredItem[] pool = ArrayPool<ScoredItem>.Shared.Rent(ControlledRanking.PoolSize);
        int count = TopK.SelectWithout(scores, leftOut, pool.AsSpan(0, ControlledRanking.PoolSize));
        float last = count == 0 ? 0 : pool[count - 1].Score;
        float range = count == 0 ? 0 : pool[0].Score - last;
        ArrayPool<ScoredItem>.Shared.Return(pool);
        TensorPrimitives.Subtract(scores, last, scores);
        if (range > 0)
        {
            TensorPrimitives.Divide(scores, range, scores);
        }
        else
        {
            // Who likes all candidates alike has no say in their order.
            scores.Clear();
        }
    }

    private static void Aggregate(
        Span<float> joint,
        ReadOnlySpan<float> own,
        GroupAggregation aggregation,
        bool isFirst
    )
    {
        if (isFirst)
        {
            own.CopyTo(joint);
        }
        else if (aggregation == GroupAggregation.LeastMisery)
        {
            TensorPrimitives.Min(joint, own, joint);
        }
        else
        {
            TensorPrimitives.Add(joint, own, joint);
        }
    }

    private GroupRecommendation[] WithPeople(
        IReadOnlyList<UserHistory> people,
        ScoredItem[] list,
        float[] relevances,
        int end
    )
    {
        int[] items = [.. list.Select(scored => scored.Item)];
        var ratings = new RatingPrediction[people.Count][];
        for (int person = 0; person < ratings.Length; person++)
        {
            ratings[person] = new RatingPrediction[items.Length];
            recommender.Ratings.Predict(people[person], items, ratings[person]);
        }

        return
        [
            .. list.Select(
                (scored, n) =>
                    new GroupRecommendation(
                        new ItemIndex(scored.Item),
                        scored.Score,
                        [
                            .. ratings.Select(
                                (own, person) => new PersonalScore(relevances[person * end + scored.Item], own[n])
                            ),
                        ]
                    )
            ),
        ];
    }
}
