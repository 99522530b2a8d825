using System.Globalization;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Ranking;

namespace Matinee.Core.Artifacts;

/// <summary>What a bundle must be able to do before people depend on it; checksums are checked as it is loaded.</summary>
public static class BundleCheck
{
    private const int Users = 5;

    /// <exception cref="MatineeException">It has no movies, or a score that is no number.</exception>
    public static void Run(ModelBundle bundle)
    {
        if (bundle.Catalog.Count == 0 || bundle.Catalog.RankedCount == 0)
        {
            throw new MatineeException("The bundle's catalogue has no movies to rank. Train the model again.");
        }

        IRanker ranker = bundle.Model as IRanker ?? bundle.Popularity;
        IRatingPredictor ratings = bundle.Model as IRatingPredictor ?? bundle.Bias;
        var engine = new Recommender(ranker, bundle.Popularity, ratings, bundle.Catalog);
        if (bundle.Histories is { } histories)
        {
            Run(engine, ranker, histories);
        }

        Run(engine, UserHistory.Empty, "a new user");
    }

    private static void Run(Recommender engine, IRanker ranker, BundleHistories histories)
    {
        var scores = new float[ranker.ItemCount];
        ReadOnlySpan<int> ids = histories.Users.IdByIndex;
        for (int n = 0; n < Math.Min(Users, ids.Length); n++)
        {
            int id = ids[(int)((long)n * ids.Length / Users)];
            if (!histories.TryGet(new UserId(id), out UserHistory? history))
            {
                continue;
            }

            string whose = string.Create(CultureInfo.InvariantCulture, $"user {id}");
            ranker.Score(history, scores);
            Finite(scores, whose);
            Run(engine, history, whose);
        }
    }

    private static void Run(Recommender engine, UserHistory history, string whose)
    {
        Recommendation[] list = engine.Recommend(
            history,
            new RecommendationRequest { Count = 20, Seen = SeenChoice.Any }
        );
        if (list.Length == 0)
        {
            throw new MatineeException($"The model recommends nothing to {whose}. Train it again.");
        }

        Finite([.. list.SelectMany(one => new[] { one.Score, one.Rating.Mean })], whose);
    }

    private static void Finite(ReadOnlySpan<float> values, string whose)
    {
        foreach (float value in values)
        {
            if (!float.IsFinite(value))
            {
                throw new MatineeException(
                    $"The model's scores for {whose} are not all numbers: its tensors are damaged. Train it again."
                );
            }
        }
    }
}
