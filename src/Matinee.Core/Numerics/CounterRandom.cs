namespace Matinee.Core.Numerics;

/// <summary>
/// A counter-based generator: every number is a pure function of (seed, stream, index), so results do not depend on
/// which thread asks first. The mixing is SplitMix64's finaliser (Steele, Lea and Flood 2014) over a keyed counter.
/// </summary>
/// <param name="seed">The run's seed.</param>
/// <param name="stream">Which use of randomness this is; different streams are independent.</param>
public readonly struct CounterRandom(long seed, long stream)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private readonly ulong key = Mix(Mix((ulong)seed + Golden) ^ ((ulong)stream * 0xD1342543DE82EF95));

    /// <summary>64 uniform bits.</summary>
    public ulong Bits(long index) => Mix(key + ((ulong)index + 1) * Golden);

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform(long index) => (Bits(index) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform integer in [0, <paramref name="limit"/>).</summary>
    public int Below(int limit, long index) => (int)(((UInt128)Bits(index) * (ulong)limit) >> 64);

    /// <summary>Standard normal, by Box and Muller; uses its own pair of counters per index.</summary>
    public double Normal(long index)
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - Uniform(2 * index)));
        return radius * Math.Cos(2 * Math.PI * Uniform(2 * index + 1));
    }

    /// <summary>Fisher–Yates; the numbers used are Bits(offset), Bits(offset + 1), ...</summary>
    public void Shuffle<T>(Span<T> values, long offset = 0)
    {
        for (int n = values.Length - 1; n > 0; n--)
        {
            int other = Below(n + 1, offset + n);
            (values[n], values[other]) = (values[other], values[n]);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
