using Matinee.Data.Download;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Matinee.Cli.Terminal;

/// <summary>Shows a download on stderr while it runs: a bar on a terminal, a few plain lines when piped.</summary>
internal static class DownloadDisplay
{
    /// <param name="name">Of what is downloaded.</param>
    /// <param name="bytes">About how large it is.</param>
    public static async Task<T> RunAsync<T>(
        Session session,
        string name,
        long bytes,
        Func<IProgress<DownloadEvent>, Task<T>> download
    )
    {
        IAnsiConsole console = session.Error;
        var meter = new DownloadMeter(TimeProvider.System);
        if (!console.Profile.Capabilities.Interactive)
        {
            return await download(new Lines(console, name, bytes, meter, TimeProvider.System));
        }

        return await console
            .Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = 16 },
                new MeterColumn(meter)
            )
            .StartAsync(async context =>
            {
                ProgressTask task = context.AddTask("connecting", maxValue: 1);
                task.IsIndeterminate = true;
                return await download(new Bar(console, task, name, meter));
            });
    }

    /// <summary>What deserves a line of its own in either display; null for mere progress.</summary>
    private static string? Notice(DownloadEvent happened) =>
        happened switch
        {
            DownloadEvent.Started { ResumedAtBytes: > 0 } started =>
                $"Resuming at {ByteSize.Format(started.ResumedAtBytes)}.",
            DownloadEvent.Interrupted broken =>
                $"Interrupted: {broken.Cause}; trying again in {broken.RetryIn.TotalSeconds:0} s.",
            DownloadEvent.StartedOver over => $"Starting over: {over.Reason}.",
            _ => null,
        };

    private sealed class Bar(IAnsiConsole console, ProgressTask task, string name, DownloadMeter meter)
        : IProgress<DownloadEvent>
    {
        public void Report(DownloadEvent happened)
        {
            if (Notice(happened) is { } notice)
            {
                console.WriteLine(notice);
            }

            switch (happened)
            {
                case DownloadEvent.Started started:
                    meter.Start(started.ResumedAtBytes, started.TotalBytes);
                    Show(name);
                    break;
                case DownloadEvent.Received received:
                    meter.Receive(received.Bytes);
                    Show(name);
                    break;
                case DownloadEvent.Connecting:
                    Wait("connecting");
                    break;
                case DownloadEvent.Verifying:
                    Wait("verifying");
                    break;
                case DownloadEvent.Unpacking:
                    Wait("unpacking");
                    break;
            }
        }

        private void Show(string description)
        {
            task.Description = description;
            task.IsIndeterminate = meter.Fraction is null;
            task.Value = meter.Fraction ?? 0;
        }

        private void Wait(string description)
        {
            task.Description = description;
            task.IsIndeterminate = true;
        }
    }

    private sealed class Lines(IAnsiConsole console, string name, long bytes, DownloadMeter meter, TimeProvider time)
        : IProgress<DownloadEvent>
    {
        // Enough to see that it moves in a log of a slow line, nothing on a fast one.
        private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

        private long lastLine;
        private bool named;

        public void Report(DownloadEvent happened)
        {
            if (Notice(happened) is { } notice)
            {
                console.WriteLine(notice);
            }

            switch (happened)
            {
                case DownloadEvent.Connecting connecting when !named:
                    named = true;
                    console.WriteLine($"Downloading {name} (about {ByteSize.Format(bytes)}) from {connecting.Url}");
                    break;
                case DownloadEvent.Started started:
                    meter.Start(started.ResumedAtBytes, started.TotalBytes);
                    lastLine = time.GetTimestamp();
                    break;
                case DownloadEvent.Received received:
                    meter.Receive(received.Bytes);
                    if (time.GetElapsedTime(lastLine) >= Interval)
                    {
                        lastLine = time.GetTimestamp();
                        console.WriteLine(meter.Describe());
                    }

                    break;
                case DownloadEvent.Unpacking unpacking:
                    console.WriteLine($"Unpacking {ByteSize.Format(unpacking.TotalBytes)}.");
                    break;
            }
        }
    }

    private sealed class MeterColumn(DownloadMeter meter) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Spectre.Console.Text(meter.Describe());
    }
}
