namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Reads a chain's state in the order in which it was written.</summary>
internal sealed class StateReader(double[] state)
{
    private int next;

    public double Next() => state[next++];

    public double[] Next(int count)
    {
        double[] values = state.AsSpan(next, count).ToArray();
        next += count;
        return values;
    }
}
