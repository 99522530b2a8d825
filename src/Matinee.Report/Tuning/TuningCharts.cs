using Matinee.Report.Charts;

namespace Matinee.Report.Tuning;

/// <summary>The values of trials, by trial and by option.</summary>
internal sealed class TuningCharts
{
    private readonly TuningContent content;
    private readonly Axis up;
    private readonly double edge;

    public TuningCharts(TuningContent content)
    {
        this.content = content;
        // One that diverged would press the others into a line: what is beyond the better three quarters, twice over, is at the edge.
        double[] best = [.. Values().OrderBy(value => Worse(value, content.Best.Value!.Value))];
        double bestValue = best[0];
        double usual = best[(int)(0.75 * (best.Length - 1))];
        double reach = bestValue + (2 * (usual - bestValue));
        double last = best[^1];
        edge = usual != bestValue && Worse(last, bestValue) > Worse(reach, bestValue) ? reach : last;
        up = Axis.Linear(content.Metric, Math.Min(bestValue, edge), Math.Max(bestValue, edge));
    }

    /// <summary>How many trials are at the edge, being worse than it.</summary>
    public int Beyond => Values().Count(value => Shown(value) != value);

    public Chart ByTrial()
    {
        var chart = new Chart(Roomy(Axis.Counted("trial", Math.Max(2, content.Trials.Count))), up);
        var line = new List<(double, double)>();
        double? best = null;
        foreach (TuningPoint trial in content.Trials)
        {
            double? before = best;
            best = trial.Value is { } value && (best is null || Worse(value, best.Value) < 0) ? value : best;
            if (best is not { } now)
            {
                continue;
            }

            // A step: until it ended, the one before was the best.
            if (before is { } old && old != now)
            {
                line.Add((trial.Number, Shown(old)));
            }

            line.Add((trial.Number, Shown(now)));
        }

        chart.Line(Ink.Second, line);
        Marks(chart, trial => trial.Number);
        return chart;
    }

    public Chart ByOption(int variable)
    {
        TuningVariable option = content.Variables[variable];
        Axis across =
            option.Choices is { } choices ? Axis.Names(option.Name, choices)
            : option.Logarithmic ? Roomy(Axis.Ratios(option.Name, option.From, option.To))
            : Roomy(Axis.Linear(option.Name, option.From, option.To));
        var chart = new Chart(across, up);
        Marks(chart, trial => trial.Values[variable]);
        return chart;
    }

    private IEnumerable<double> Values() => content.Trials.Select(trial => trial.Value).OfType<double>();

    private void Marks(Chart chart, Func<TuningPoint, double> across)
    {
        foreach (TuningPoint trial in content.Trials.Where(trial => trial.Value is not null && trial != content.Best))
        {
            chart.Mark(Ink.First, across(trial), Shown(trial.Value!.Value), size: 5);
        }

        chart.Mark(Ink.Second, across(content.Best), content.Best.Value!.Value, size: 9);
    }

    // So that marks at the ends are whole.
    private static Axis Roomy(Axis axis)
    {
        double room = 0.025 * (axis.High - axis.Low);
        return axis with { Low = axis.Low - room, High = axis.High + room };
    }

    private double Shown(double value) =>
        Worse(value, edge) <= 0 ? value
        : content.LowerIsBetter ? up.High
        : up.Low;

    /// <summary>By how much one value is worse than another.</summary>
    private double Worse(double value, double other) => content.LowerIsBetter ? value - other : other - value;
}
