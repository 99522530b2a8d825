using Matinee.Core.Numerics;

namespace Matinee.Tests.Fuzzing;

/// <summary>The draws of one fuzz case, one after the other; all of them follow from the seed and the case number.</summary>
internal sealed class Dice(long seed, long number)
{
    private readonly CounterRandom random = new(seed, number);
    private long drawn;

    /// <summary>Uniform from 0 to <paramref name="limit"/> - 1.</summary>
    public int Below(int limit) => random.Below(limit, drawn++);

    public bool OneIn(int chances) => Below(chances) == 0;

    public byte Byte() => (byte)Below(256);

    public T Of<T>(params ReadOnlySpan<T> values) => values[Below(values.Length)];
}
