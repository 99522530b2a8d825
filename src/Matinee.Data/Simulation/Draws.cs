using Matinee.Core.Numerics;

namespace Matinee.Data.Simulation;

/// <summary>
/// One simulated thing's random numbers, drawn in order. Everything is built from +, −, ×, ÷ and bit operations:
/// unlike <see cref="Math.Exp"/> and <see cref="Math.Cos"/>, which follow the platform's C library, those give the
/// same bits on every machine, and so simulated data has one checksum per seed.
/// </summary>
internal sealed class Draws(long seed, DrawPurpose purpose, int index)
{
    private readonly CounterRandom random = new(seed, ((long)purpose << 32) | (uint)index);
    private long next;

    /// <summary>64 uniform bits.</summary>
    public ulong Bits() => random.Bits(next++);

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform() => random.Uniform(next++);

    public double Uniform(double low, double high) => low + (high - low) * Uniform();

    /// <summary>Uniform integer in [0, <paramref name="limit"/>).</summary>
    public int Below(int limit) => random.Below(limit, next++);

    /// <summary>Uniform integer in [0, <paramref name="limit"/>).</summary>
    public long Below(long limit) => (long)(((UInt128)random.Bits(next++) * (ulong)limit) >> 64);

    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>Standard normal to within simulation needs: the sum of twelve uniforms (Irwin and Hall), in ±6.</summary>
    public double Normal()
    {
        double sum = -6;
        for (int n = 0; n < 12; n++)
        {
            sum += Uniform();
        }

        return sum;
    }
}

/// <summary>Independent uses of randomness.</summary>
internal enum DrawPurpose
{
    Quality = 1,
    Activity,
    Taste,
    Calendar,
    Viewing,
    Rating,
    Tagging,
    Catalogue,
    Vocabulary,
}
