using System.Buffers;
using System.Numerics.Tensors;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Ranking.Onboarding;

/// <summary>
/// What to ask a newcomer to rate: movies that many know and rate differently (<see cref="Informativeness"/>), that people
/// like this one are likely to have seen as soon as there are ratings to tell by, and that are unlike what was asked before.
/// The same answers always lead to the same questions. Safe to share between threads; docs/ranking.md states the rules.
/// </summary>
public sealed class OnboardingMovies
{
    /// <summary>So many movies are chosen from.</summary>
    public const int PoolSize = 300;

    // Beside informativeness, which is 1 for the most informative movie.
    private const float LikenessWeight = 0.5f;
    private const float FamiliarityWeight = 0.4f;

    // After so many ratings what a person has probably seen counts half of what it ever will.
    private const float HalfFamiliar = 5;

    // Older answers of a long history are as good as forgotten.
    private const int MostAnswers = 100;

    private readonly Recommender recommender;
    private readonly Lazy<ScoredItem[]> byInformativeness;

    public OnboardingMovies(ModelBundle bundle, Recommender recommender)
    {
        this.recommender = recommender;
        byInformativeness = new(() => Sorted(recommender.Space, bundle.Histories?.Ratings));
    }

    /// <param name="soFar">The ratings so far.</param>
    /// <param name="skipped">Movies that the person could not or would not rate, item indices in any order.</param>
    /// <param name="count">How many to ask for, at least 1.</param>
    /// <returns>The one to ask for first first; fewer where no more movies have ratings.</returns>
    public ItemIndex[] Next(UserHistory soFar, ReadOnlySpan<int> skipped, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        int[] pool = Pool(soFar, skipped, Math.Max(PoolSize, count), out float[] values);
        AddFamiliarity(soFar, pool, values);
        var nearest = new float[pool.Length];
        var likeness = new float[pool.Length];
        foreach (int item in Answers(soFar, skipped).Where(item => item < recommender.Catalog.Count))
        {
            recommender.Space.Similarity.Compare(item, pool, likeness);
            TensorPrimitives.Max(nearest, likeness, nearest);
        }

        var picks = new ItemIndex[Math.Min(count, pool.Length)];
        for (int n = 0; n < picks.Length; n++)
        {
            int pick = 0;
            for (int other = 1; other < pool.Length; other++)
            {
                pick = Value(other) > Value(pick) ? other : pick;
            }

            picks[n] = new ItemIndex(pool[pick]);
            values[pick] = float.NegativeInfinity;
            recommender.Space.Similarity.Compare(pool[pick], pool, likeness);
            TensorPrimitives.Max(nearest, likeness, nearest);
        }

        return picks;

        float Value(int n) => values[n] - LikenessWeight * nearest[n];
    }

    // The most informative movies that were not asked for, with their informativeness, 1 for the greatest there is.
    private int[] Pool(UserHistory soFar, ReadOnlySpan<int> skipped, int size, out float[] values)
    {
        ScoredItem[] sorted = byInformativeness.Value;
        var asked = new ulong[ItemBits.Words(recommender.Catalog.Count)];
        ItemBits.Add(asked, soFar.Items);
        ItemBits.Add(asked, skipped);
        ScoredItem[] pool = [.. sorted.Where(movie => !ItemBits.Contains(asked, movie.Item)).Take(size)];
        float most = sorted.Length == 0 ? 1 : sorted[0].Score;
        values = [.. pool.Select(movie => movie.Score / most)];
        return [.. pool.Select(movie => movie.Item)];
    }

    // What is recommended after these ratings is what people with such ratings have seen.
    private void AddFamiliarity(UserHistory soFar, int[] pool, float[] values)
    {
        if (soFar.Count == 0 || pool.Length == 0)
        {
            return;
        }

        int covered = recommender.Catalog.RankedCount;
        float[] rented = ArrayPool<float>.Shared.Rent(covered);
        Span<float> scores = rented.AsSpan(0, covered);
        recommender.Score(soFar, scores);
        float[] own = [.. pool.Select(item => rented[item])];
        ArrayPool<float>.Shared.Return(rented);
        float least = TensorPrimitives.Min<float>(own);
        float range = TensorPrimitives.Max<float>(own) - least;
        float weight = FamiliarityWeight * soFar.Count / (soFar.Count + HalfFamiliar);
        for (int n = 0; n < own.Length && range > 0; n++)
        {
            values[n] += weight * (own[n] - least) / range;
        }
    }

    private static int[] Answers(UserHistory soFar, ReadOnlySpan<int> skipped)
    {
        ReadOnlySpan<long> times = soFar.Timestamps;
        int[] latest = [.. Enumerable.Range(0, soFar.Count)];
        long[] ages = new long[times.Length];
        TensorPrimitives.Negate(times, ages);
        Array.Sort(ages, latest);
        int[] items = soFar.Items.ToArray();
        return
        [
            .. latest.Take(MostAnswers).Select(n => items[n]),
            .. skipped[^Math.Min(skipped.Length, MostAnswers)..],
        ];
    }

    private static ScoredItem[] Sorted(RankingSpace space, InteractionMatrix? ratings)
    {
        int ranked = space.Catalog.RankedCount;
        float[] values = Informativeness.Of(space.RatingCounts[..ranked], ratings);
        var sorted = new ScoredItem[ranked];
        sorted = sorted[..TopK.Select(values, [], sorted)];
        return [.. sorted.TakeWhile(movie => movie.Score > 0)];
    }
}
