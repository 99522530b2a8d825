using Matinee.Core.Models;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Ranking;
using Matinee.Core.Ranking.Controls;

namespace Matinee.Core.Evaluation;

/// <summary>New people after their first few ratings: the engine's lists against popularity's.</summary>
/// <param name="Given">Ratings known of each.</param>
/// <param name="Ndcg">NDCG at k of both, with the interval and p-value of the difference; A is the engine.</param>
public sealed record ShortHistoryResult(int Given, int K, PairedDifference Ndcg)
{
    private const int WantedCutoff = 10;
    private static readonly int[] Steps = [1, 3, 5, 10];

    /// <summary>One result for every step that the ratings reach.</summary>
    public static IReadOnlyList<ShortHistoryResult> Measure(
        RankingTask task,
        FirstRatings newPeople,
        IRanker ranker,
        PopularityModel popularity,
        EvaluationOptions options,
        CancellationToken cancellation
    )
    {
        int k = task.Cutoffs.Contains(WantedCutoff) ? WantedCutoff : task.Cutoffs[0];
        var engine = new ShortHistoryScorer(ranker, popularity);
        var results = new List<ShortHistoryResult>();
        foreach (int given in Steps.Where(step => step <= newPeople.MostGiven))
        {
            // The list leaves out all that they ever rated at first, so that every step is asked the same.
            var evaluator = new RankingEvaluator(
                task with
                {
                    Histories = newPeople.Take(given),
                    Seen = task.Seen,
                    Training = task.Training,
                }
            );
            double[] ours = Ndcg(engine.ScoreBatch, engine.ItemCount, options.Controls);
            double[] theirs = Ndcg(((IRanker)popularity).ScoreBatch, popularity.ItemCount, null);
            results.Add(
                new ShortHistoryResult(given, k, PairedBootstrap.Compare(ours, theirs, options.Resamples, options.Seed))
            );

            double[] Ndcg(BatchScoring score, int items, RankingControls? controls) =>
                evaluator
                    .Evaluate(score, items, options.BatchSize, controls: controls, cancellation: cancellation)
                    .PerUser(RankingMetric.Ndcg, k)
                    .ToArray();
        }

        return results;
    }
}
