using System.Diagnostics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Collects a chain's state, for <see cref="StateReader"/>; of known length, for it is as large as the ratings.</summary>
internal sealed class StateWriter(long length)
{
    private readonly double[] state = new double[length];
    private int next;

    public void Add(double value) => state[next++] = value;

    public void Add(ReadOnlySpan<double> values)
    {
        values.CopyTo(state.AsSpan(next));
        next += values.Length;
    }

    /// <summary>All of it, once it is there.</summary>
    public double[] Whole()
    {
        Debug.Assert(next == state.Length, "The length was another.");
        return state;
    }
}
