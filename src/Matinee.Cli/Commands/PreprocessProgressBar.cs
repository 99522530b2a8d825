using Matinee.Cli.Terminal;
using Matinee.Data;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary>Shows how far the reading is, on an interactive error stream only.</summary>
internal static class PreprocessProgressBar
{
    public static Task<PreparedDataset> RunAsync(
        Session session,
        Func<IProgress<PreprocessProgress>?, PreparedDataset> run
    )
    {
        if (!session.Error.Profile.Capabilities.Interactive)
        {
            return Task.Run(() => run(null));
        }

        return session
            .Error.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .StartAsync(context => Task.Run(() => run(new Bar(context))));
    }

    private sealed class Bar(ProgressContext context) : IProgress<PreprocessProgress>
    {
        private ProgressTask? task;

        public void Report(PreprocessProgress value)
        {
            if (task?.Description != value.Stage)
            {
                task?.StopTask();
                task = context.AddTask(value.Stage, maxValue: 1);
            }

            task.Value = value.Fraction;
        }
    }
}
