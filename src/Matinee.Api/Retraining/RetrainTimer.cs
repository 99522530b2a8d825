using Matinee.Api.Hosting;

namespace Matinee.Api.Retraining;

/// <summary>Starts retrainings on a schedule, and ends the one that runs with the server.</summary>
/// <param name="schedule">Null: never.</param>
internal sealed class RetrainTimer(RetrainSchedule? schedule, RetrainRuns runs, TimeProvider time, ILogger log)
    : BackgroundService
{
    // The longest that a timer can wait is 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await runs.StopAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (schedule?.Next(time.GetUtcNow(), time.LocalTimeZone) is { } next)
            {
                runs.Next = next;
                log.RetrainPlanned(next);
                while (next - time.GetUtcNow() is { Ticks: > 0 } wait)
                {
                    await Task.Delay(wait < LongestWait ? wait : LongestWait, time, stoppingToken);
                }

                if (runs.TryStart(force: false) is null)
                {
                    log.RetrainFailed("The last one still runs.");
                }
            }
        }
        catch (OperationCanceledException) { }
    }
}
