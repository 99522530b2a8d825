using Matinee.Core.Interactions;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Numerics;

namespace Matinee.Neural.Hybrid;

/// <summary>
/// Draws the steps of an epoch. Every user comes once at most; part of the ratings is hidden and is what to predict, the rest is
/// the history, so a target is never in the history it is predicted from. Draws depend on (seed, epoch, step) alone.
/// </summary>
internal sealed class BatchSampler(HybridData data, HybridOptions options, long seed)
{
    // Share of a person's ratings that is hidden, drawn anew each time.
    private const double LeastHidden = 0.05;
    private const double MostHidden = 0.4;

    // So often all but a few ratings are hidden: that is what a new person looks like.
    private const double NewcomerShare = 0.15;
    private const int NewcomerRatings = 12;

    private const int MostTargets = 400;
    private readonly InteractionMatrix ratings = data.Ratings;
    private readonly int[] users =
    [
        .. Enumerable.Range(0, data.Ratings.RowCount).Where(user => data.Ratings.RowLength(user) >= 2),
    ];
    private readonly NegativeSampler negatives = new(data.RatingCounts, options.Negatives);

    public int StepsPerEpoch => (UsersPerEpoch + options.BatchSize - 1) / options.BatchSize;

    private int UsersPerEpoch =>
        options.UsersPerEpoch == 0 ? users.Length : Math.Min(options.UsersPerEpoch, users.Length);

    public IEnumerable<Batch> Epoch(int epoch)
    {
        int[] order = [.. users];
        Random(epoch, -1).Shuffle(order.AsSpan());
        int step = 0;
        foreach (int[] chunk in order.Take(UsersPerEpoch).Chunk(options.BatchSize))
        {
            yield return Draw(chunk, Random(epoch, step++));
        }
    }

    private CounterRandom Random(int epoch, int step) => new(seed, ((long)epoch << 32) + step + 1);

    private Batch Draw(int[] chunk, CounterRandom random)
    {
        long draws = 0;
        var builder = new BatchBuilder(data);
        foreach (int user in chunk)
        {
            ReadOnlySpan<long> times = ratings.RowTimestamps(user);
            bool[] hidden =
                random.Uniform(draws++) < options.TemporalShare
                    ? Later(times, random, ref draws)
                    : AnyTime(times.Length, random, ref draws);
            builder.Add(user, ratings, hidden, Thinned(hidden, random, ref draws));
        }

        return builder.Build(negatives.Draw(random, draws));
    }

    private static bool[] AnyTime(int count, CounterRandom random, ref long draws)
    {
        double share = LeastHidden + random.Uniform(draws++) * (MostHidden - LeastHidden);
        bool newcomer = random.Uniform(draws++) < NewcomerShare;
        int known = random.Below(NewcomerRatings, draws++);
        if (newcomer)
        {
            share = 1 - Math.Min(0.9, (double)known / count);
        }

        var hidden = new bool[count];
        for (int n = 0; n < count; n++)
        {
            hidden[n] = random.Uniform(draws++) < share;
        }

        hidden[random.Below(count, draws++)] = true;
        return hidden;
    }

    // Everything at or after a moment: what shares the moment would tell of it.
    private static bool[] Later(ReadOnlySpan<long> times, CounterRandom random, ref long draws)
    {
        long[] sorted = times.ToArray();
        Array.Sort(sorted);
        long moment = sorted[1 + random.Below(sorted.Length - 1, draws++)];
        var hidden = new bool[times.Length];
        for (int n = 0; n < times.Length; n++)
        {
            hidden[n] = times[n] >= moment;
        }

        return hidden;
    }

    // Of very many hidden ratings a random part is asked for.
    private static bool[] Thinned(bool[] hidden, CounterRandom random, ref long draws)
    {
        int count = hidden.Count(flag => flag);
        if (count <= MostTargets)
        {
            return hidden;
        }

        int[] places = [.. Enumerable.Range(0, hidden.Length).Where(n => hidden[n])];
        random.Shuffle(places.AsSpan(), draws);
        draws += places.Length;
        var asked = new bool[hidden.Length];
        foreach (int place in places.AsSpan(0, MostTargets))
        {
            asked[place] = true;
        }

        return asked;
    }
}
