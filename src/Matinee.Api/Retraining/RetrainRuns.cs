using System.Diagnostics;
using Matinee.Api.Hosting;
using Matinee.Api.Swapping;
using Matinee.Core;

namespace Matinee.Api.Retraining;

/// <summary>Runs the program that retrains, one at a time, and lets what it made answer.</summary>
/// <param name="program">Null: this server can't.</param>
internal sealed class RetrainRuns(RetrainProgram? program, ModelSwap swap, TimeProvider time, ILogger log) : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private volatile RetrainRun? last;
    private Task running = Task.CompletedTask;

    public bool CanRun => program is not null;
    public RetrainRun? Last => last;

    /// <summary>When the next one is planned; null where none is.</summary>
    public DateTimeOffset? Next { get; set; }

    /// <returns>Null where one runs already.</returns>
    public RetrainRun? TryStart(bool force)
    {
        lock (gate)
        {
            if (!running.IsCompleted || program is null || stop.IsCancellationRequested)
            {
                return null;
            }

            var run = new RetrainRun(time.GetUtcNow(), null, RetrainRun.Running, "");
            last = run;
            running = Task.Run(() => RunAsync(program.Start(force), run));
            return run;
        }
    }

    /// <summary>Ends the one that runs; the model that answers stays.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await running;
    }

    public void Dispose() => stop.Dispose();

    private async Task RunAsync(ProcessStartInfo start, RetrainRun run)
    {
        string outcome = RetrainRun.Failed;
        string message;
        try
        {
            (int code, message) = await RunAsync(start);
            outcome =
                code == 0 ? RetrainRun.Succeeded
                : code == RetrainExit.Refused ? RetrainRun.Refused
                : RetrainRun.Failed;
            if (code == 0)
            {
                await swap.ReloadAsync(stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            message = "The server was stopped.";
        }
        catch (Exception exception)
        {
            // Whatever it is, the server goes on with the model that it has.
            outcome = RetrainRun.Failed;
            message = exception is MatineeException ? exception.Message : $"{start.FileName}: {exception.Message}";
        }

        last = run with { EndedAt = time.GetUtcNow(), Outcome = outcome, Message = message };
        if (outcome != RetrainRun.Succeeded && !stop.IsCancellationRequested)
        {
            log.RetrainFailed(message);
        }
    }

    private async Task<(int Code, string LastLine)> RunAsync(ProcessStartInfo start)
    {
        using var process = new Process { StartInfo = start };
        string line = "";
        process.OutputDataReceived += (_, said) => Hear(said.Data);
        process.ErrorDataReceived += (_, said) => Hear(said.Data);
        process.Start();
        GiveWay(process);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, line);

        void Hear(string? said)
        {
            if (!string.IsNullOrWhiteSpace(said))
            {
                line = said.Trim();
                log.RetrainSaid(line);
            }
        }
    }

    // Requests come first.
    private static void GiveWay(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or System.ComponentModel.Win32Exception) { }
    }
}
