using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;
using Matinee.Core.Ranking;
using Matinee.Core.Ranking.Controls;
using Matinee.Core.Ranking.Reranking;

namespace Matinee.Core.Evaluation;

/// <param name="Method">How lists were made diverse; null: not at all.</param>
/// <param name="Strength">0 to 1.</param>
/// <param name="Ndcg">NDCG@10.</param>
/// <param name="Diversity">Intra-list diversity of the first 10.</param>
public sealed record ParetoPoint(DiversityMethod? Method, double Strength, double Ndcg, double Diversity);

/// <summary>
/// What diversity costs: a model's NDCG@10 and intra-list diversity over a ladder of strengths, from scores that an
/// evaluation computes anyway. The other controls stay as they are.
/// </summary>
public sealed class ParetoSweep
{
    /// <summary>The list length that is measured.</summary>
    public const int Cutoff = 10;

    /// <summary>Users that are measured at most, every so-many-th: lists at many strengths cost more than all else.</summary>
    public const int MostUsers = 2000;

    // Steps of about one and a half in the diversity gained.
    private static readonly double[] MmrStrengths = [0.1, 0.15, 0.2, 0.3, 0.4, 0.6];
    private static readonly double[] DppStrengths = [0.05, 0.1, 0.15, 0.2, 0.3, 0.5];

    // Enough to see the trade-off in every report, at a twentieth of its time.
    private static readonly double[] FewStrengths = [0.1, 0.22, 0.4];

    private readonly RankingTask task;
    private readonly int[] users;
    private readonly GenreSpace genres;
    private readonly ControlledRanking ranking;
    private readonly RankingControls[] settings;
    private readonly double[][] ndcg;
    private readonly double[][] diversity;
    private readonly int every;

    internal ParetoSweep(
        RankingTask task,
        int[] users,
        RankingSpace space,
        GenreSpace genres,
        RankingControls controls,
        IEnumerable<(DiversityMethod Method, double Strength)> ladder
    )
    {
        this.task = task;
        this.users = users;
        this.genres = genres;
        ranking = new ControlledRanking(space, controls);
        settings =
        [
            controls with
            {
                Diversity = 0,
            },
            .. ladder.Select(step => controls with { DiversityMethod = step.Method, Diversity = step.Strength }),
        ];
        every = Math.Max(1, (users.Length + MostUsers - 1) / MostUsers);
        int measured = (users.Length + every - 1) / every;
        ndcg = [.. settings.Select(_ => new double[measured])];
        diversity = [.. settings.Select(_ => new double[measured])];
    }

    /// <summary>Measures one user's lists, if the user is one of those measured; different users may be added at once.</summary>
    /// <param name="row">The user's place among the evaluated ones.</param>
    /// <param name="excluded">Items that may not be listed, ascending.</param>
    internal void Add(int row, UserHistory history, ReadOnlySpan<float> scores, ReadOnlySpan<int> excluded)
    {
        if (row % every != 0)
        {
            return;
        }

        ReadOnlySpan<int> relevant = task.Relevant.RowColumns(users[row]);
        row /= every;
        CandidatePool pool = ranking.Pool(history, scores, excluded, Cutoff);
        Span<ScoredItem> list = stackalloc ScoredItem[Cutoff];
        Span<int> items = stackalloc int[Cutoff];
        Span<bool> hits = stackalloc bool[Cutoff];
        for (int step = 0; step < settings.Length; step++)
        {
            int count = ListSelection.Fill(pool, settings[step], list);
            for (int n = 0; n < count; n++)
            {
                items[n] = list[n].Item;
                hits[n] = relevant.BinarySearch(items[n]) >= 0;
            }

            ndcg[step][row] = HitMetrics.Ndcg(hits[..count], Cutoff, relevant.Length);
            diversity[step][row] = genres.Diversity(items[..count]);
        }
    }

    /// <summary>Means over the users measured, plain lists first, then each method by rising strength.</summary>
    public IReadOnlyList<ParetoPoint> Points() =>
        [
            .. settings.Select(
                (controls, step) =>
                    new ParetoPoint(
                        controls.Diversity > 0 ? controls.DiversityMethod : null,
                        controls.Diversity,
                        ndcg[step].DefaultIfEmpty().Average(),
                        diversity[step].DefaultIfEmpty().Average()
                    )
            ),
        ];

    /// <summary>Strengths of both methods.</summary>
    internal static IEnumerable<(DiversityMethod Method, double Strength)> Whole() =>
        MmrStrengths
            .Select(strength => (DiversityMethod.Mmr, strength))
            .Concat(DppStrengths.Select(strength => (DiversityMethod.Dpp, strength)));

    /// <summary>A few strengths of the default method.</summary>
    internal static IEnumerable<(DiversityMethod Method, double Strength)> Few() =>
        FewStrengths.Select(strength => (DiversityMethod.Mmr, strength));
}
