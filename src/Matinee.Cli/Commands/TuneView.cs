using System.Globalization;
using Matinee.Cli.Terminal;
using Matinee.Cli.Tuning;
using Matinee.Core.Models.Tuning;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary>What <c>tune</c> says at its end.</summary>
internal static class TuneView
{
    private const int Shown = 10;

    // So near to an end that what lies beyond may be better.
    private const double NearEnd = 0.02;

    public static void Write(
        IAnsiConsole console,
        TuningFolder folder,
        TuningPlan plan,
        IReadOnlyList<TuningTrial> trials,
        string? early,
        TimeSpan time
    )
    {
        TuningTrial[] ranked = [.. plan.Ranked(trials)];
        TuningTrial best = ranked[0];
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn(new TableColumn("trial").RightAligned());
        table.AddColumn(new TableColumn($"validation {plan.Training.MetricName}").RightAligned());
        table.AddColumn("options");
        foreach (TuningTrial trial in ranked.Take(Shown))
        {
            string[] cells =
            [
                trial.Number.ToString(CultureInfo.InvariantCulture),
                Numbers.Fixed(trial.Value!.Value, 4),
                Markup.Escape(plan.Describe(trial)),
            ];
            table.AddRow(trial == best ? [.. cells.Select(cell => $"[green]{cell}[/]")] : cells);
        }

        console.Write(table);
        var facts = new Grid().AddColumn().AddColumn();
        int failed = trials.Count - ranked.Length;
        facts.AddRow("model", plan.Configuration.Kind.Name);
        facts.AddRow("search", string.Create(CultureInfo.InvariantCulture, $"{plan.SearchName}, seed {plan.Seed}"));
        facts.AddRow("trials", failed > 0 ? $"{trials.Count}, of which {failed} failed" : $"{trials.Count}");
        facts.AddRow("best", $"{plan.Training.MetricName} {Numbers.Fixed(best.Value!.Value, 4)} (trial {best.Number})");
        if (trials[0].Value is { } first)
        {
            facts.AddRow("first trial", $"{Numbers.Fixed(first, 4)}: {Markup.Escape(plan.Describe(trials[0]))}");
        }

        facts.AddRow("written to", Markup.Escape(folder.Best));
        facts.AddRow("charts", Markup.Escape(folder.Report));
        facts.AddRow("time", Numbers.Seconds(time));
        console.Write(facts);
        if (early is not null)
        {
            console.MarkupLineInterpolated($"{early}");
        }

        foreach (string name in AtAnEnd(plan, best))
        {
            console.MarkupLineInterpolated($"{name} is at the end of its range: a wider one may hold better.");
        }

        if (ranked.Length > 1)
        {
            console.MarkupLineInterpolated(
                $"The best of {ranked.Length} looks better than it is: 'evaluate' on the test part tells."
            );
        }
    }

    private static IEnumerable<string> AtAnEnd(TuningPlan plan, TuningTrial best) =>
        plan
            .Tuned.Zip(best.Values)
            .Where(pair =>
                pair.First.Dimension is NumberRange range
                && (
                    pair.Second == range.From
                    || pair.Second == range.To
                    || range.PositionOf(pair.Second) is < NearEnd or > 1 - NearEnd
                )
            )
            .Select(pair => pair.First.Name);
}
