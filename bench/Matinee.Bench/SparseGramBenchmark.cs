using BenchmarkDotNet.Attributes;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Bench;

public class SparseGramBenchmark
{
    private readonly InteractionMatrix matrix = SyntheticInputs.MovieLens1M();
    private readonly ParallelOptions parallel = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    [Params(GramSide.Rows, GramSide.Columns)]
    public GramSide Side { get; set; }

    [Benchmark]
    public float[] Compute() => SparseGram.Compute(matrix, matrix.Values, Side, parallel);
}
