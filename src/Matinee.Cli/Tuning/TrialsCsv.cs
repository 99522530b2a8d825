using System.Globalization;
using System.Text;
using Matinee.Data;

namespace Matinee.Cli.Tuning;

/// <summary>The trials as a table: a row each, a column per tuned option.</summary>
internal static class TrialsCsv
{
    public static string Write(TuningPlan plan, IReadOnlyList<TuningTrial> trials)
    {
        var csv = new StringBuilder();
        Append(["trial", .. plan.Tuned.Select(option => option.Name), plan.Training.MetricName, "seconds", "failure"]);
        foreach (TuningTrial trial in trials)
        {
            Append([
                trial.Number.ToString(CultureInfo.InvariantCulture),
                .. plan.Tuned.Zip(trial.Values, (option, value) => option.Text(value)),
                trial.Value?.ToString(CultureInfo.InvariantCulture) ?? "",
                trial.Seconds.ToString("F3", CultureInfo.InvariantCulture),
                trial.Failure ?? "",
            ]);
        }

        return csv.ToString();

        void Append(IEnumerable<string> fields) => csv.AppendJoin(',', fields.Select(CsvCell.Of)).Append('\n');
    }
}
