using Matinee.Report.Charts;

namespace Matinee.Report;

/// <param name="Losses">By epoch, the first one's first.</param>
public sealed record LossCurve(string Name, IReadOnlyList<double> Losses);

/// <summary>How the losses of a training fell: an SVG that stands on its own.</summary>
public static class LossPlot
{
    /// <param name="curves">At least one, with at least one epoch.</param>
    /// <param name="unit">What the losses are of.</param>
    public static string Draw(IReadOnlyList<LossCurve> curves, string unit = "epoch")
    {
        int epochs = curves.Max(curve => curve.Losses.Count);
        double[] all = [.. curves.SelectMany(curve => curve.Losses)];
        var chart = new Chart(Axis.Counted(unit, epochs), Axis.Linear("loss", all.Min(), all.Max()));
        // The first curve on top of the others.
        foreach ((LossCurve curve, int n) in curves.Select((curve, n) => (curve, n)).Reverse())
        {
            Ink ink = Inks.OfSeries(n);
            chart.Line(ink, [.. curve.Losses.Select((loss, epoch) => (epoch + 1.0, loss))]);
            // A single epoch makes no line.
            chart.Mark(ink, curve.Losses.Count, curve.Losses[^1]);
        }

        string label =
            $"Loss by {unit}. "
            + string.Join(
                " ",
                curves.Select(curve =>
                    $"{curve.Name}: {Words.Figure(curve.Losses[0])} to {Words.Figure(curve.Losses[^1])}."
                )
            );
        return StandaloneSvg.Of(
            chart.ToSvg("loss", label),
            [.. curves.Select((curve, n) => (Inks.OfSeries(n), curve.Name))]
        );
    }
}
