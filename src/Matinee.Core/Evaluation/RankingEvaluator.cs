using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Numerics;
using Matinee.Core.Ranking;
using Matinee.Core.Ranking.Controls;

namespace Matinee.Core.Evaluation;

/// <summary>Ranks every candidate for every user and measures the lists.</summary>
public sealed class RankingEvaluator
{
    private readonly RankingTask task;
    private readonly GenreSpace genres;
    private readonly RankingSpace space;
    private readonly double[] information;
    private readonly int[] users;

    public RankingEvaluator(RankingTask task)
    {
        this.task = task;
        genres = new GenreSpace(task.Catalog);
        space = new RankingSpace(task.Catalog, PopularityModel.Train(task.Histories));
        information = SelfInformation(task.Histories);
        users = [.. Enumerable.Range(0, task.Relevant.RowCount).Where(user => task.Relevant.RowLength(user) > 0)];
    }

    /// <param name="controls">What lists shall be beyond well-scored; null: nothing.</param>
    /// <param name="sweep">Told every user's scores as well; null: none.</param>
    /// <param name="batchSize">Users scored together; bounds memory to batch × items scores per thread.</param>
    /// <param name="progress">Told the number of users done.</param>
    public RankingResult Evaluate(
        IRanker ranker,
        int batchSize = 128,
        int? maxThreads = null,
        RankingControls? controls = null,
        ParetoSweep? sweep = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        int items = task.Histories.ColumnCount;
        int columns = RankingResult.ColumnCount(task.Cutoffs.Count);
        double[][] values = [.. Enumerable.Range(0, columns).Select(_ => new double[users.Length])];
        var lists = new ScoredItem[users.Length][];
        int done = 0;
        var ranking = new ControlledRanking(space, controls ?? new RankingControls());
        var parallel = new ParallelOptions
        {
            CancellationToken = cancellation,
            MaxDegreeOfParallelism = maxThreads ?? Environment.ProcessorCount,
        };
        // Small sets still use every core: a batch is at most an even share of the users.
        int share = (users.Length + parallel.MaxDegreeOfParallelism - 1) / parallel.MaxDegreeOfParallelism;
        int largest = Array.MaxLength / Math.Max(1, items);
        int batch = Math.Max(1, Math.Min(Math.Min(batchSize, share), largest));
        Parallel.For(
            0,
            (users.Length + batch - 1) / batch,
            parallel,
            () => new float[batch * items],
            (number, _, scores) =>
            {
                int start = number * batch;
                int count = Math.Min(batch, users.Length - start);
                UserHistory[] histories =
                [
                    .. users.AsSpan(start, count).ToArray().Select(user => task.Histories.History(new UserIndex(user))),
                ];
                ranker.ScoreBatch(histories, scores.AsSpan(0, count * items));
                for (int n = 0; n < count; n++)
                {
                    ScoredItem[] list = Top(scores.AsSpan(n * items, items), histories[n], ranking);
                    sweep?.Add(start + n, histories[n], scores.AsSpan(n * items, items));
                    lists[start + n] = list;
                    Measure(start + n, list, values);
                }

                progress?.Report(Interlocked.Add(ref done, count));
                return scores;
            },
            _ => { }
        );
        return new RankingResult(task.Cutoffs, users, values, lists, items);
    }

    /// <summary>A sweep over this task's users, to be passed to one evaluation.</summary>
    public ParetoSweep Sweep(RankingControls controls) => new(task, users, space, genres, controls);

    private ScoredItem[] Top(ReadOnlySpan<float> scores, UserHistory history, ControlledRanking ranking)
    {
        var list = new ScoredItem[Math.Min(task.Cutoffs[^1], scores.Length)];
        int found = ranking.Select(history, scores, includeSeen: false, list);
        return found == list.Length ? list : list[..found];
    }

    private void Measure(int row, ScoredItem[] list, double[][] values)
    {
        ReadOnlySpan<int> relevant = task.Relevant.RowColumns(users[row]);
        Span<bool> hits = list.Length <= 256 ? stackalloc bool[list.Length] : new bool[list.Length];
        Span<int> items = list.Length <= 256 ? stackalloc int[list.Length] : new int[list.Length];
        for (int n = 0; n < list.Length; n++)
        {
            items[n] = list[n].Item;
            hits[n] = relevant.BinarySearch(list[n].Item) >= 0;
        }

        for (int n = 0; n < task.Cutoffs.Count; n++)
        {
            int k = task.Cutoffs[n];
            ReadOnlySpan<int> top = items[..Math.Min(k, items.Length)];
            Set(RankingMetric.Precision, HitMetrics.Precision(hits, k));
            Set(RankingMetric.Recall, HitMetrics.Recall(hits, k, relevant.Length));
            Set(RankingMetric.Ndcg, HitMetrics.Ndcg(hits, k, relevant.Length));
            Set(RankingMetric.Map, HitMetrics.AveragePrecision(hits, k, relevant.Length));
            Set(RankingMetric.Mrr, HitMetrics.ReciprocalRank(hits, k));
            Set(RankingMetric.HitRate, HitMetrics.Hits(hits, k) > 0 ? 1 : 0);
            Set(RankingMetric.Novelty, Novelty(top));
            Set(RankingMetric.Diversity, genres.Diversity(top));

            void Set(RankingMetric metric, double value) =>
                values[RankingResult.Column(metric, n, task.Cutoffs.Count)][row] = value;
        }
    }

    private double Novelty(ReadOnlySpan<int> list)
    {
        double sum = 0;
        foreach (int item in list)
        {
            sum += information[item];
        }

        return list.IsEmpty ? 0 : sum / list.Length;
    }

    // A movie that nobody has rated counts as rated once, so that novelty stays finite.
    private static double[] SelfInformation(InteractionMatrix histories)
    {
        var counts = new int[histories.ColumnCount];
        foreach (int item in histories.Columns)
        {
            counts[item]++;
        }

        return [.. counts.Select(count => -Math.Log2(Math.Max(count, 1) / (double)Math.Max(histories.RowCount, 1)))];
    }
}
