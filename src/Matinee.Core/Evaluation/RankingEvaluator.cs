using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Numerics;
using Matinee.Core.Ranking;
using Matinee.Core.Ranking.Controls;

namespace Matinee.Core.Evaluation;

/// <summary>Ranks every candidate for every user and measures the lists. What models see of a user may hold no item that they do not cover.</summary>
public sealed class RankingEvaluator
{
    // Scores of a batch stay in the third-level cache while its lists are made; a few people more and the items are read less often.
    private const int CachedScores = 2 << 20;
    private const int FewestTogether = 24;

    private readonly RankingTask task;
    private readonly GenreSpace genres;
    private readonly RankingSpace space;
    private readonly double[] information;
    private readonly CandidateSets candidates;
    private readonly int[] users;
    private readonly int[] cutoffs;

    public RankingEvaluator(RankingTask task)
    {
        this.task = task;
        genres = new GenreSpace(task.Catalog);
        space = new RankingSpace(task.Catalog, PopularityModel.Train(task.Training));
        candidates = new CandidateSets(task);
        information = SelfInformation(task.Training, task.Catalog.Count);
        cutoffs = [.. task.Cutoffs];
        users = RowSample.NotEmpty(task.Relevant);
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
    ) =>
        Evaluate(
            ranker.ScoreBatch,
            ranker.ItemCount,
            batchSize,
            maxThreads,
            controls,
            sweep,
            progress,
            ranker.ScoresAreShared,
            cancellation
        );

    /// <param name="score">Histories → histories × <paramref name="itemCount"/> scores, row-major.</param>
    /// <param name="itemCount">Items that are scored; candidates beyond them are never listed.</param>
    /// <param name="scoresAreShared">Whether every history gets the same scores.</param>
    public RankingResult Evaluate(
        BatchScoring score,
        int itemCount,
        int batchSize = 128,
        int? maxThreads = null,
        RankingControls? controls = null,
        ParetoSweep? sweep = null,
        IProgress<int>? progress = null,
        bool scoresAreShared = false,
        CancellationToken cancellation = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        int columns = RankingResult.ColumnCount(task.Cutoffs.Count);
        double[][] values = [.. Enumerable.Range(0, columns).Select(_ => new double[users.Length])];
        var lists = new ScoredItem[users.Length][];
        int done = 0;
        var ranking = new ControlledRanking(space, controls ?? new RankingControls());
        if (scoresAreShared && candidates.AreAllRanked && controls is null or { IsNeutral: true } && sweep is null)
        {
            return EvaluateShared(score, itemCount, values, maxThreads, cancellation);
        }

        var parallel = new ParallelOptions
        {
            CancellationToken = cancellation,
            MaxDegreeOfParallelism = maxThreads ?? Environment.ProcessorCount,
        };
        // Small sets still use every core: a batch is at most an even share of the users.
        int share = (users.Length + parallel.MaxDegreeOfParallelism - 1) / parallel.MaxDegreeOfParallelism;
        int largest = Math.Max(FewestTogether, CachedScores / Math.Max(1, itemCount));
        int batch = Math.Max(1, Math.Min(Math.Min(batchSize, share), largest));
        Parallel.For(
            0,
            (users.Length + batch - 1) / batch,
            parallel,
            () => new float[batch * itemCount],
            (number, _, scores) =>
            {
                int start = number * batch;
                int count = Math.Min(batch, users.Length - start);
                UserHistory[] histories = [.. users.AsSpan(start, count).ToArray().Select(History)];
                score(histories, scores.AsSpan(0, count * itemCount));
                for (int n = 0; n < count; n++)
                {
                    ReadOnlySpan<float> own = scores.AsSpan(n * itemCount, itemCount);
                    lists[start + n] = Judge(start + n, histories[n], own, values, ranking, sweep);
                }

                progress?.Report(Interlocked.Add(ref done, count));
                return scores;
            },
            _ => { }
        );
        return new RankingResult(task.Cutoffs, users, values, lists, task.CandidateCount);
    }

    private RankingResult EvaluateShared(
        BatchScoring score,
        int itemCount,
        double[][] values,
        int? maxThreads,
        CancellationToken cancellation
    )
    {
        var scores = new float[itemCount];
        score([UserHistory.Empty], scores);
        var shared = new SharedScores(scores[..Math.Min(itemCount, task.Catalog.RankedCount)]);
        var lists = new ScoredItem[users.Length][];
        Parallel.For(
            0,
            users.Length,
            new ParallelOptions
            {
                CancellationToken = cancellation,
                MaxDegreeOfParallelism = maxThreads ?? Environment.ProcessorCount,
            },
            row =>
            {
                ReadOnlySpan<int> seen = task.Seen.RowColumns(users[row]);
                var list = new ScoredItem[Math.Min(task.Cutoffs[^1], shared.Count)];
                int found = shared.Select(seen, list);
                lists[row] = found == list.Length ? list : list[..found];
                double auc = shared.AreaUnderCurve(seen, task.Relevant.RowColumns(users[row]));
                Measure(row, lists[row], auc, values);
            }
        );
        return new RankingResult(task.Cutoffs, users, values, lists, task.CandidateCount);
    }

    private UserHistory History(int user)
    {
        UserHistory history = task.Histories.History(new UserIndex(user));
        return task.AreNewPeople ? history.WithoutRow() : history;
    }

    /// <summary>A sweep over this task's users, to be passed to one evaluation.</summary>
    /// <param name="whole">Many strengths of both methods; else a few of one.</param>
    public ParetoSweep Sweep(RankingControls controls, bool whole) =>
        new(task, users, space, genres, controls, whole ? ParetoSweep.Whole() : ParetoSweep.Few());

    private ScoredItem[] Judge(
        int row,
        UserHistory history,
        ReadOnlySpan<float> scores,
        double[][] values,
        ControlledRanking ranking,
        ParetoSweep? sweep
    )
    {
        int user = users[row];
        ReadOnlySpan<int> relevant = task.Relevant.RowColumns(user);
        ReadOnlySpan<int> excluded;
        double auc;
        if (candidates.AreAllRanked)
        {
            scores = scores[..Math.Min(scores.Length, task.Catalog.RankedCount)];
            excluded = task.Seen.RowColumns(user);
            auc = AreaUnderCurve.Of(scores, excluded, relevant);
        }
        else
        {
            int[] items = candidates.Of(user);
            excluded = Others(items, scores.Length);
            float[] few = Scored(items, scores);
            // A candidate that the model does not cover can't be told from the others of its kind.
            float[] all = [.. few, .. Enumerable.Repeat(float.NegativeInfinity, items.Length - few.Length)];
            auc = AreaUnderCurve.Of(all, [], Positions(items, relevant));
            if (task.Candidates is not null && IsConstant(few))
            {
                // Whoever tells no new movie from another has no list of them, but an order by id.
                Measure(row, [], auc, values);
                return [];
            }
        }

        var list = new ScoredItem[Math.Min(task.Cutoffs[^1], scores.Length)];
        int found = ranking.Select(history, scores, excluded, list);
        list = found == list.Length ? list : list[..found];
        sweep?.Add(row, history, scores, excluded);
        Measure(row, list, auc, values);
        return list;
    }

    private static bool IsConstant(float[] scores) =>
        scores.Length > 1 && !scores.AsSpan().ContainsAnyExcept(scores[0]);

    /// <summary>Every item below <paramref name="count"/> that is not among the candidates.</summary>
    private static int[] Others(int[] items, int count)
    {
        var others = new List<int>(count);
        int next = 0;
        for (int item = 0; item < count; item++)
        {
            if (next < items.Length && items[next] == item)
            {
                next++;
            }
            else
            {
                others.Add(item);
            }
        }

        return [.. others];
    }

    private static float[] Scored(int[] items, ReadOnlySpan<float> scores)
    {
        int covered = items.AsSpan().BinarySearch(scores.Length);
        var few = new float[covered < 0 ? ~covered : covered];
        for (int n = 0; n < few.Length; n++)
        {
            few[n] = scores[items[n]];
        }

        return few;
    }

    private static int[] Positions(int[] items, ReadOnlySpan<int> relevant)
    {
        var positions = new List<int>(relevant.Length);
        foreach (int item in relevant)
        {
            int position = items.AsSpan().BinarySearch(item);
            if (position >= 0)
            {
                positions.Add(position);
            }
        }

        return [.. positions];
    }

    private void Measure(int row, ScoredItem[] list, double auc, double[][] values)
    {
        ReadOnlySpan<int> relevant = task.Relevant.RowColumns(users[row]);
        Span<bool> hits = list.Length <= 256 ? stackalloc bool[list.Length] : new bool[list.Length];
        Span<int> items = list.Length <= 256 ? stackalloc int[list.Length] : new int[list.Length];
        for (int n = 0; n < list.Length; n++)
        {
            items[n] = list[n].Item;
            hits[n] = relevant.BinarySearch(list[n].Item) >= 0;
        }

        Span<double> diversities = stackalloc double[task.Cutoffs.Count];
        genres.Diversities(items, cutoffs, diversities);
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
            Set(RankingMetric.Diversity, diversities[n]);
            Set(RankingMetric.Auc, auc);

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
    private static double[] SelfInformation(InteractionMatrix training, int items)
    {
        int[] counts = training.ColumnCounts();
        Array.Resize(ref counts, items);
        return [.. counts.Select(count => -Math.Log2(Math.Max(count, 1) / (double)Math.Max(training.RowCount, 1)))];
    }
}

/// <summary>Scores histories in a batch: one row of scores per history.</summary>
public delegate void BatchScoring(ReadOnlySpan<UserHistory> histories, Span<float> scores);
