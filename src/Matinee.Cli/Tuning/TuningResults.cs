using System.Globalization;
using Matinee.Core.Artifacts;
using Matinee.Core.Models.Tuning;
using Matinee.Report.Tuning;

namespace Matinee.Cli.Tuning;

/// <summary>What is made of the trials when the search has ended.</summary>
internal static class TuningResults
{
    public static void Write(
        TuningFolder folder,
        TuningPlan plan,
        IReadOnlyList<TuningTrial> trials,
        TuningTrial best,
        DateTimeOffset now
    )
    {
        TuningContent content = Content(plan, trials, best, now);
        TuningFolder.Write(folder.Csv, TrialsCsv.Write(plan, trials));
        TuningFolder.Write(folder.Plot, TuningPage.Draw(content));
        TuningFolder.Write(folder.Report, TuningPage.Render(content));
        // Last: where it is, all is.
        TuningFolder.Write(folder.Best, WinnerFile.Write(plan, best, trials.Count, now));
    }

    private static TuningContent Content(
        TuningPlan plan,
        IReadOnlyList<TuningTrial> trials,
        TuningTrial best,
        DateTimeOffset now
    )
    {
        TuningPoint[] points =
        [
            .. trials.Select(trial => new TuningPoint(
                trial.Number,
                trial.Values,
                [.. plan.Tuned.Zip(trial.Values, (option, value) => option.Text(value))],
                trial.Value,
                trial.Failure
            )),
        ];
        return new TuningContent(
            plan.Configuration.Kind.Name,
            plan.Training.MetricName,
            plan.Training.LowerIsBetter,
            [.. Facts(plan, trials, now)],
            [
                .. plan.Tuned.Select(option =>
                    option.Dimension is NumberRange range
                        ? new TuningVariable(option.Name, range.From, range.To, range.Scale == RangeScale.Log, null)
                        : new TuningVariable(
                            option.Name,
                            0,
                            option.Choices!.Count - 1,
                            false,
                            [.. option.Choices.Select(Configuration.OptionBinder.Text)]
                        )
                ),
            ],
            points,
            points[best.Number - 1],
            ModelBundle.MatineeVersion
        );
    }

    private static IEnumerable<(string, string)> Facts(
        TuningPlan plan,
        IReadOnlyList<TuningTrial> trials,
        DateTimeOffset now
    )
    {
        yield return ("Configuration", plan.Configuration.File.Source.Path);
        foreach (Configuration.TunedOption option in plan.Tuned)
        {
            yield return (option.Name, option.Describe());
        }

        yield return ("Search", string.Create(CultureInfo.InvariantCulture, $"{plan.SearchName}, seed {plan.Seed}"));
        yield return ("Dataset hash", plan.DatasetHash);
        yield return (
            "Time of all trials",
            Terminal.Numbers.Seconds(TimeSpan.FromSeconds(trials.Sum(trial => trial.Seconds)))
        );
        yield return ("Date", now.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
    }
}
