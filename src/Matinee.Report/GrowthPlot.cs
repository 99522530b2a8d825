using Matinee.Report.Charts;

namespace Matinee.Report;

/// <param name="Points">What went in and what it took, both above 0, ascending.</param>
public sealed record GrowthCurve(string Name, IReadOnlyList<(double Size, double Cost)> Points)
{
    /// <summary>
    /// The slope on log–log axes by least squares: 1 where twice the size costs twice as much, 2 where it costs four times. NaN for fewer than
    /// two sizes.
    /// </summary>
    /// <param name="from">The smallest size that counts: below, a process's start is what is measured.</param>
    public double Slope(double from = 0)
    {
        (double X, double Y)[] logs =
        [
            .. Points.Where(point => point.Size >= from).Select(point => (Math.Log(point.Size), Math.Log(point.Cost))),
        ];
        if (logs.Length < 2)
        {
            return double.NaN;
        }

        double x = logs.Average(point => point.X);
        double y = logs.Average(point => point.Y);
        return logs.Sum(point => (point.X - x) * (point.Y - y)) / logs.Sum(point => (point.X - x) * (point.X - x));
    }
}

/// <summary>How costs grow with size, on logarithmic axes: an SVG that stands on its own.</summary>
public static class GrowthPlot
{
    /// <param name="curves">At least one, with at least one point.</param>
    /// <param name="size">What the sizes count.</param>
    /// <param name="cost">What the costs are measured in.</param>
    public static string Draw(IReadOnlyList<GrowthCurve> curves, string size, string cost)
    {
        (double Size, double Cost)[] all = [.. curves.SelectMany(curve => curve.Points)];
        var chart = new Chart(
            Axis.Ratios(size, all.Min(point => point.Size), all.Max(point => point.Size)),
            Axis.Ratios(cost, all.Min(point => point.Cost), all.Max(point => point.Cost))
        );
        for (int n = 0; n < curves.Count; n++)
        {
            Ink ink = Inks.OfSeries(n);
            chart.Line(ink, [.. curves[n].Points]);
            foreach ((double x, double y) in curves[n].Points)
            {
                chart.Mark(ink, x, y, size: 5);
            }
        }

        string label =
            $"{cost} by {size}. "
            + string.Join(
                " ",
                curves.Select(curve =>
                    $"{curve.Name}: {Words.Figure(curve.Points[0].Cost)} to {Words.Figure(curve.Points[^1].Cost)}."
                )
            );
        return StandaloneSvg.Of(
            chart.ToSvg("growth", label),
            [.. curves.Select((curve, n) => (Inks.OfSeries(n), curve.Name))]
        );
    }
}
