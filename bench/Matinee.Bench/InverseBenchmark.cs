using BenchmarkDotNet.Attributes;
using Matinee.Core.Numerics;

namespace Matinee.Bench;

public class InverseBenchmark
{
    private readonly float[] matrix = new float[1000 * 1000];

    [Params(1, 2)]
    public int Threads { get; set; }

    // Filling the matrix is part of the time, and small beside the inversion.
    [Benchmark]
    public void Invert1000()
    {
        SyntheticInputs.FillPositiveDefinite(matrix, 1000);
        PositiveDefinite.Invert(matrix, 1000, new ParallelOptions { MaxDegreeOfParallelism = Threads });
    }
}
