using BenchmarkDotNet.Attributes;
using Matinee.Core.Numerics;

namespace Matinee.Bench;

/// <summary>Ten of 87 585 items with 128 factors each, for one person.</summary>
public class RetrievalBenchmark
{
    private const int People = 64;

    private readonly float[] scores = new float[People * RetrievalInputs.Items];
    private readonly ulong[] leftOut = RetrievalInputs.LeftOut();
    private readonly ScoredItem[] best = new ScoredItem[10];
    private FactorMatrix people = new(0, RetrievalInputs.Factors);
    private FactorMatrix person = new(0, RetrievalInputs.Factors);
    private PackedFactors? packed;
    private QuantizedFactors? quantized;

    /// <summary>How unequal the items' lengths are: 0, the hardest case, is not at all.</summary>
    [Params(0, 1)]
    public double Spread { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        FactorMatrix items = RetrievalInputs.Matrix(RetrievalInputs.Items, Spread, stream: 1);
        people = RetrievalInputs.Matrix(People, 0.5, stream: 3);
        person = FactorMatrix.From(people[0], 1, RetrievalInputs.Factors);
        packed = PackedFactors.Of(items, VectorWidths.Widest);
        quantized = new QuantizedFactors(items, ByteBlocks.Fastest);
    }

    [Benchmark(Baseline = true)]
    public int EveryScore() => Select(person);

    [Benchmark]
    public int InBytes() => quantized!.Best(person[0], leftOut, best, out _);

    [Benchmark(OperationsPerInvoke = People)]
    public int EveryScoreIn64s() => Select(people);

    private int Select(FactorMatrix asking)
    {
        packed!.Products(asking, scores, RetrievalInputs.Items);

        int found = 0;
        for (int n = 0; n < asking.RowCount; n++)
        {
            ReadOnlySpan<float> own = scores.AsSpan(n * RetrievalInputs.Items, RetrievalInputs.Items);
            found += TopK.SelectWithout(own, leftOut, best);
        }

        return found;
    }
}
