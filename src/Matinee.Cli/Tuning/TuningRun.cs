using System.Diagnostics;
using Matinee.Cli.Training;
using Matinee.Core;
using Matinee.Core.Models;
using Matinee.Core.Models.Selection;
using Matinee.Core.Models.Tuning;

namespace Matinee.Cli.Tuning;

/// <summary>Tries what the search proposes until there are enough trials, or nothing is left to try, or time is up.</summary>
/// <param name="work">Where a long training keeps what it can go on from.</param>
/// <param name="timeLimit">No trial begins after it; null for none.</param>
/// <param name="ended">Told every trial as it ends.</param>
internal sealed class TuningRun(
    TuningPlan plan,
    TuningJournal journal,
    ValidationExam exam,
    WorkFolder work,
    TimeSpan? timeLimit,
    Action<TuningTrial> ended
)
{
    /// <returns>Why it ended early, a sentence; null where all trials are done.</returns>
    public string? Go(TrainingContext context)
    {
        IOptionSearch search = plan.Start();
        long start = Stopwatch.GetTimestamp();
        while (journal.Trials.Count < plan.Trials)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (timeLimit is { } limit && Stopwatch.GetElapsedTime(start) >= limit)
            {
                return "The time is up; the same command goes on.";
            }

            if (search.Propose([.. journal.Trials.Select(plan.Scored)]) is not { } values)
            {
                return "Every combination was tried.";
            }

            TuningTrial trial = Try(journal.Trials.Count + 1, values, context);
            journal.Append(trial);
            work.Clear();
            ended(trial);
        }

        return null;
    }

    private TuningTrial Try(int number, double[] values, TrainingContext context)
    {
        long start = Stopwatch.GetTimestamp();
        double? value = null;
        string? failure = null;
        try
        {
            double found = exam.Try(plan.Configuration.Options(values), Step(context, number)).Value!.Value;
            if (double.IsFinite(found))
            {
                value = found;
            }
            else
            {
                failure = "The training diverged.";
            }
        }
        catch (Exception exception) when (Reason(exception) is not null)
        {
            failure = Reason(exception);
        }

        return new TuningTrial(number, values, value, failure, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    // Only what lies in the options; anything else would happen again.
    private static string? Reason(Exception exception) =>
        exception switch
        {
            AggregateException { InnerExceptions: [var first, ..] } => Reason(first),
            MatineeException => exception.Message,
            OutOfMemoryException => "Out of memory.",
            _ => null,
        };

    private TrainingContext Step(TrainingContext context, int number) =>
        context.Step(number - 1, plan.Trials, $"trial {number} of {plan.Trials}") with
        {
            WorkFolder = plan.Configuration.Kind.KeepsWork ? work.Path : null,
        };
}
