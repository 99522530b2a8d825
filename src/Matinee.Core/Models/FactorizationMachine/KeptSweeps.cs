namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Which sweeps of a chain are kept as samples: evenly spread over those after the burn-in, the last among them.</summary>
internal sealed class KeptSweeps
{
    private readonly int[] sweeps;

    /// <param name="samples">How many over all chains.</param>
    public KeptSweeps(FactorizationMachineOptions options, int samples)
    {
        int burnIn = (int)(options.BurnIn * options.Sweeps);
        int available = options.Sweeps - burnIn;
        int wanted = (samples + options.Chains - 1) / options.Chains;
        int count = Math.Clamp(wanted, 1, available);
        sweeps = [.. Enumerable.Range(1, count).Select(n => burnIn + (int)((long)available * n / count))];
    }

    public int Count => sweeps.Length;

    /// <summary>A sweep's place among the kept ones; negative where it is not kept.</summary>
    /// <param name="sweep">From 1 on.</param>
    public int PlaceOf(int sweep) => Math.Max(-1, Array.BinarySearch(sweeps, sweep));
}
