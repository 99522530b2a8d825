using System.Globalization;
using Matinee.Cli.Terminal;
using Spectre.Console;

namespace Matinee.Cli.Tuning;

/// <summary>A line for every trial that ends.</summary>
internal sealed class TuningProgress(IAnsiConsole console, TuningPlan plan, TuningJournal journal)
{
    public void Tell(TuningTrial trial)
    {
        IReadOnlyList<TuningTrial> trials = journal.Trials;
        string number = $"{trial.Number}/{plan.Trials}".PadLeft((2 * Digits(plan.Trials)) + 1);
        string value = trial.Value is { } found ? Numbers.Fixed(found, 4) : "failed";
        string best = plan.Best(trials)?.Value is { } most ? Numbers.Fixed(most, 4) : "none";
        double left = trials.Average(done => done.Seconds) * (plan.Trials - trials.Count);
        string rest = left > 0 ? $"  {Numbers.Seconds(TimeSpan.FromSeconds(left))} left" : "";
        string what = trial.Failure ?? plan.Describe(trial);
        string line = $"{number}  {plan.Training.MetricName} {value}  best {best}{rest}  {what}".ReplaceLineEndings(
            " "
        );
        // One line each, as wide as there is room.
        int width = console.Profile.Width - 1;
        console.WriteLine(line.Length > width ? line[..(width - 1)] + "…" : line);
    }

    private static int Digits(int number) => number.ToString(CultureInfo.InvariantCulture).Length;
}
