using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;
using Matinee.Data.Raw;

namespace Matinee.Bench;

/// <summary>A million ratings as CSV, in memory, into columns: all cores, or as any other table row by row.</summary>
public class RatingsBenchmark
{
    private const int Rows = 1_000_000;
    private static readonly string[] s_columns = ["userId", "movieId", "rating", "timestamp"];
    private byte[] text = [];

    [GlobalSetup]
    public void Setup()
    {
        var random = new CounterRandom(42, 9);
        var lines = new StringBuilder(string.Join(',', s_columns)).Append('\n');
        for (int row = 0; row < Rows; row++)
        {
            lines.Append(
                CultureInfo.InvariantCulture,
                $"{1 + (row / 160)},{1 + random.Below(90_000, 3L * row)},{(1 + random.Below(10, (3L * row) + 1)) / 2.0:0.0},{900_000_000 + random.Below(700_000_000, (3L * row) + 2)}\n"
            );
        }

        text = Encoding.ASCII.GetBytes(lines.ToString());
    }

    [Benchmark]
    public int Columns()
    {
        using var ratings = new RatingTable();
        CsvRatings.Read(
            new MemoryStream(text),
            "ratings.csv",
            s_columns,
            SplitPart.Train,
            ratings,
            RawReading.OfOwnFiles()
        );
        return ratings.Count;
    }

    [Benchmark(Baseline = true)]
    public int RowByRow()
    {
        using var ratings = new RatingTable();
        CsvTable.Read(
            new MemoryStream(text),
            "ratings.csv",
            s_columns,
            RawReading.OfOwnFiles(),
            row => RawRatings.Add(row, SplitPart.Train, ratings)
        );
        return ratings.Count;
    }
}
