using System.Globalization;
using Matinee.Core.Numerics;

namespace Matinee.Bench;

/// <summary>What it takes to find a person's best items among 87 585: with a score for every one, and without.</summary>
internal static class RetrievalTable
{
    private const int People = 64;

    public static void Print(TextWriter output)
    {
        FactorMatrix people = RetrievalInputs.Matrix(People, 0.5, stream: 3);
        output.WriteLine(
            $"{RetrievalInputs.Items} items × {RetrievalInputs.Factors} factors, one thread, {ByteBlocks.Fastest}; medians of {People} people"
        );
        output.WriteLine(
            $"{"lengths", 8} {"k", 5} {"float32 ms", 11} {"in 64s ms", 10} {"bytes ms", 9} {"recall", 7} {"scored", 7} {"most", 6} {"build ms", 9} {"MB", 6}"
        );
        foreach (double spread in new[] { 0, 0.5, 1 })
        {
            FactorMatrix items = RetrievalInputs.Matrix(RetrievalInputs.Items, spread, stream: 1);
            foreach (int wanted in new[] { 10, 100, 1000 })
            {
                Measure(output, items, people, wanted, spread.ToString("F1", CultureInfo.InvariantCulture));
            }
        }
    }

    private static void Measure(TextWriter output, FactorMatrix items, FactorMatrix people, int wanted, string label)
    {
        PackedFactors packed = PackedFactors.Of(items, VectorWidths.Widest);
        QuantizedFactors quantized = null!;
        double build = Clock.Milliseconds(() => quantized = new QuantizedFactors(items, ByteBlocks.Fastest));
        ulong[] leftOut = RetrievalInputs.LeftOut();
        var scores = new float[People * RetrievalInputs.Items];
        var slow = new ScoredItem[wanted];
        var fast = new ScoredItem[wanted];
        var counts = new int[People];
        int same = 0;
        double[] one =
        [
            .. Times(
                People,
                n => Select(packed, FactorMatrix.From(people[n], 1, people.Factors), scores, leftOut, slow)
            ),
        ];
        double[] bytes = [.. Times(People, n => quantized.Best(people[n], leftOut, fast, out counts[n]))];
        double[] batch =
        [
            .. Times(3, _ => Select(packed, people, scores, leftOut, slow)).Select(time => time / People),
        ];
        for (int n = 0; n < People; n++)
        {
            Select(packed, FactorMatrix.From(people[n], 1, people.Factors), scores, leftOut, slow);
            quantized.Best(people[n], leftOut, fast, out _);
            same += slow.Intersect(fast).Count();
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{label, 8} {wanted, 5} {Median(one), 11:F3} {Median(batch), 10:F3} {Median(bytes), 9:F3} {(double)same / (People * wanted), 7:F4} "
                    + $"{counts.Order().ElementAt(People / 2), 7} {counts.Max(), 6} {build, 9:F0} {quantized.MemoryBytes / 1e6, 6:F1}"
            )
        );
    }

    // Three rounds; each person's best.
    private static double[] Times(int count, Action<int> action)
    {
        var times = new double[count];
        Array.Fill(times, double.PositiveInfinity);
        for (int round = 0; round < 3; round++)
        {
            for (int n = 0; n < count; n++)
            {
                times[n] = Math.Min(times[n], Clock.Milliseconds(() => action(n)));
            }
        }

        return times;
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);

    private static void Select(
        PackedFactors packed,
        FactorMatrix people,
        float[] scores,
        ulong[] leftOut,
        ScoredItem[] best
    )
    {
        packed.Products(people, scores, RetrievalInputs.Items);

        for (int n = 0; n < people.RowCount; n++)
        {
            ReadOnlySpan<float> own = scores.AsSpan(n * RetrievalInputs.Items, RetrievalInputs.Items);
            TopK.SelectWithout(own, leftOut, best);
        }
    }
}
