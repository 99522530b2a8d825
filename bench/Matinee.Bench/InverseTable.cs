using System.Diagnostics;
using Matinee.Core.Numerics;

namespace Matinee.Bench;

/// <summary>Inversions that take too long to repeat: each size once, as training does it.</summary>
internal static class InverseTable
{
    private static readonly int[] Sizes = [2000, 5000, 9724];

    public static void Print(TextWriter output)
    {
        output.WriteLine($"PositiveDefinite.Invert on {Environment.ProcessorCount} cores, counting n^3 operations");
        output.WriteLine($"{"n", 6} {"seconds", 9} {"GFLOP/s", 9} {"per core", 9} {"peak MB", 9}");
        foreach (int n in Sizes)
        {
            var matrix = new float[n * n];
            SyntheticInputs.FillPositiveDefinite(matrix, n);
            (TimeSpan elapsed, TimeSpan busy) = TimeInversion(matrix, n);
            using var process = Process.GetCurrentProcess();
            double operations = Math.Pow(n, 3) / 1e9;
            output.WriteLine(
                $"{n, 6} {elapsed.TotalSeconds, 9:F2} {operations / elapsed.TotalSeconds, 9:F0} "
                    + $"{operations / busy.TotalSeconds, 9:F0} {process.PeakWorkingSet64 / 1e6, 9:F0}"
            );
        }
    }

    // The processor time tells a slow kernel from a busy machine.
    private static (TimeSpan Elapsed, TimeSpan Busy) TimeInversion(float[] matrix, int n)
    {
        TimeSpan busyBefore = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        PositiveDefinite.Invert(matrix, n, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount });
        return (watch.Elapsed, Environment.CpuUsage.TotalTime - busyBefore);
    }
}
