using BenchmarkDotNet.Attributes;
using Matinee.Core.Numerics;

namespace Matinee.Bench;

public class VectorsBenchmark
{
    private float[] x = [];
    private float[] y = [];

    [Params(128, 3706, 88_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        x = SyntheticInputs.Normal(Length, stream: 4);
        y = SyntheticInputs.Normal(Length, stream: 5);
    }

    [Benchmark]
    public float Dot() => Vectors.Dot(x, y);

    [Benchmark]
    public void Axpy() => Vectors.Axpy(1e-9f, x, y);
}
