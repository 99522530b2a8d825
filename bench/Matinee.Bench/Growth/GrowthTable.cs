using System.Globalization;
using Matinee.Report;
using nietras.SeparatedValues;

namespace Matinee.Bench.Growth;

/// <summary>What bench/growth.sh measured: the latest figure of every stage and size, and how a stage's time grows from a million ratings on.</summary>
internal static class GrowthTable
{
    private const int SlopeFrom = 900_000;

    private readonly record struct Line(
        string Stage,
        int Ratings,
        double Seconds,
        double ProcessorSeconds,
        double PeakMb
    );

    public static void Print(TextWriter output, string results, string chart)
    {
        Line[] lines = [.. Read(results).GroupBy(line => (line.Stage, line.Ratings)).Select(group => group.Last())];
        int[] sizes = [.. lines.Select(line => line.Ratings).Distinct().Order()];
        output.WriteLine(
            $"| stage | {string.Join(" | ", sizes.Select(size => size.ToString("N0", CultureInfo.InvariantCulture)))} | peak MB | slope from 1M |"
        );
        output.WriteLine($"|---|{string.Concat(Enumerable.Repeat("---:|", sizes.Length + 2))}");
        var curves = new List<GrowthCurve>();
        foreach (IGrouping<string, Line> stage in lines.GroupBy(line => line.Stage))
        {
            Line[] ascending = [.. stage.OrderBy(line => line.Ratings)];
            var curve = new GrowthCurve(stage.Key, [.. ascending.Select(line => ((double)line.Ratings, line.Seconds))]);
            curves.Add(curve);
            IEnumerable<string> cells = sizes.Select(size =>
                ascending.FirstOrDefault(line => line.Ratings == size) is { Seconds: > 0 } line
                    ? string.Create(CultureInfo.InvariantCulture, $"{line.Seconds:0.0} ({line.ProcessorSeconds:0.0})")
                    : "–"
            );
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {stage.Key} | {string.Join(" | ", cells)} | {ascending[^1].PeakMb:0} | {curve.Slope(SlopeFrom):0.00} |"
                )
            );
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(chart))!);
        File.WriteAllText(
            chart,
            GrowthPlot.Draw(
                // Making the data is no stage of what it shows.
                [.. curves.Where(curve => curve.Name != "synthesize")],
                "ratings",
                "seconds"
            )
        );
    }

    private static List<Line> Read(string results)
    {
        using SepReader reader = Sep.Reader().FromFile(results);
        var lines = new List<Line>();
        foreach (SepReader.Row row in reader)
        {
            lines.Add(
                new Line(
                    row["stage"].ToString(),
                    row["ratings"].Parse<int>(),
                    row["seconds"].Parse<double>(),
                    row["processor_seconds"].Parse<double>(),
                    row["peak_mb"].Parse<double>()
                )
            );
        }

        return lines;
    }
}
