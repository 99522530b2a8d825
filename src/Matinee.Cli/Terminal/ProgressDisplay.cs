using System.Globalization;
using Matinee.Core.Models;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Matinee.Cli.Terminal;

/// <summary>A progress bar on a terminal; log lines where there is none.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs <paramref name="work"/> off the main thread, so that Ctrl-C is heard, and shows how far it is.</summary>
    public static Task<T> RunAsync<T>(this Session session, string title, Func<IProgress<TrainingProgress>, T> work)
    {
        if (!session.Error.Profile.Capabilities.Interactive)
        {
            return Task.Run(() => work(new LoggedProgress(session.Loggers.CreateLogger(title))));
        }

        return session
            .Error.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(async context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: 1);
                return await Task.Run(() => work(new BarProgress(task)));
            });
    }

    private sealed class BarProgress(ProgressTask task) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            string loss = value.Loss is { } number
                ? string.Create(CultureInfo.InvariantCulture, $", loss {number:G5}")
                : "";
            task.Description = Markup.Escape(value.Stage + loss);
            task.Value = Math.Max(task.Value, value.Fraction);
        }
    }

    private sealed class LoggedProgress(ILogger logger) : IProgress<TrainingProgress>
    {
        private string? last;

        public void Report(TrainingProgress value)
        {
            if (Interlocked.Exchange(ref last, value.Stage) != value.Stage)
            {
                logger.LogInformation("{Stage} ({Fraction:P0}) {Loss}", value.Stage, value.Fraction, value.Loss);
            }
        }
    }
}
