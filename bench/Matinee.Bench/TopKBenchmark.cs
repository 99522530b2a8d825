using BenchmarkDotNet.Attributes;
using Matinee.Core.Numerics;

namespace Matinee.Bench;

public class TopKBenchmark
{
    private readonly float[] scores = SyntheticInputs.Normal(88_000, stream: 3);
    private readonly int[] seen = [.. Enumerable.Range(0, 200).Select(n => n * 400)];
    private ScoredItem[] best = [];

    [Params(10, 100, 1000)]
    public int K { get; set; }

    [GlobalSetup]
    public void Setup() => best = new ScoredItem[K];

    [Benchmark]
    public int Select() => TopK.Select(scores, seen, best);

    [Benchmark(Baseline = true)]
    public ScoredItem[] FullSort() =>
        [
            .. scores
                .Select((score, item) => new ScoredItem(item, score))
                .OrderByDescending(scored => scored.Score)
                .ThenBy(scored => scored.Item)
                .Take(K),
        ];
}
