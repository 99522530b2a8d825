using Matinee.Core.Numerics;

namespace Matinee.Core.Evaluation;

/// <summary>
/// How often each user is drawn in each resample of a <see cref="Bootstrap"/>. Every metric of every model is resampled by the same draws, so
/// those of the last asked for are kept while anybody holds them or memory allows: a byte each. For any number of threads.
/// </summary>
internal sealed class ResampleCounts
{
    /// <summary>A piece has this many resamples.</summary>
    public const int Together = 16;

    // A quarter of a gigabyte: 1 000 resamples of 268 000 users. More are drawn anew each time.
    private const long MostKept = 1L << 28;

    private static readonly WeakReference<ResampleCounts?> Last = new(null);

    private readonly int users;
    private readonly int resamples;
    private readonly long seed;
    private readonly byte[]?[] pieces;

    private ResampleCounts(int users, int resamples, long seed)
    {
        this.users = users;
        this.resamples = resamples;
        this.seed = seed;
        pieces = new byte[users == 0 ? 0 : (resamples + Together - 1) / Together][];
    }

    public int Pieces => pieces.Length;

    public static ResampleCounts Of(int users, int resamples, long seed)
    {
        lock (Last)
        {
            if (
                Last.TryGetTarget(out ResampleCounts? known)
                && known.users == users
                && known.resamples == resamples
                && known.seed == seed
            )
            {
                return known;
            }

            var counts = new ResampleCounts(users, resamples, seed);
            if ((long)users * resamples <= MostKept)
            {
                Last.SetTarget(counts);
            }

            return counts;
        }
    }

    /// <summary>Resamples × users, of the resamples from <paramref name="piece"/> × <see cref="Together"/> on.</summary>
    public byte[] Piece(int piece)
    {
        if (pieces[piece] is { } known)
        {
            return known;
        }

        int first = piece * Together;
        var times = new byte[Math.Min(Together, resamples - first) * users];
        for (int n = 0; n < times.Length / users; n++)
        {
            Count(new CounterRandom(seed, first + n), times.AsSpan(n * users, users));
        }

        if ((long)users * resamples <= MostKept)
        {
            pieces[piece] = times;
        }

        return times;
    }

    // That someone is drawn more than 255 times, by chance, does not happen.
    private static void Count(CounterRandom random, Span<byte> times)
    {
        for (int n = 0; n < times.Length; n++)
        {
            ref byte count = ref times[random.Below(times.Length, n)];
            count = checked((byte)(count + 1));
        }
    }
}
