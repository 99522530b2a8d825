using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Matinee.Cli.Commands;
using Matinee.Cli.Terminal;

namespace Matinee.Cli.Diagnosis;

/// <summary>How a process that was started for a probe ended.</summary>
/// <param name="Code">The exit code; null where it did not end in time and was stopped.</param>
internal sealed record ProbeEnd(int? Code, string Out)
{
    private string[] Lines { get; } =
        Out.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What the probe prints beside its detail; null where nothing.</summary>
    public string? Second => Code == 0 && Lines.Length > 1 ? Lines[1] : null;

    public Finding Read(NativeProbe probe) =>
        (Code, Lines) switch
        {
            (0, [string detail, ..]) => Finding.Ok(probe.Name, detail),
            (Session.Failure, [string reason, ..]) => Finding.Failed(probe.Name, reason, probe.Fix),
            (null, _) => Finding.Failed(
                probe.Name,
                $"does not answer within {ProbeProcess.Longest.TotalSeconds:0} s",
                probe.Fix
            ),
            _ => Finding.Failed(probe.Name, $"ends its process ({Cause(Code.Value)})", probe.Fix),
        };

    // A signal's number comes as 128 more.
    private static string Cause(int code) =>
        code switch
        {
            132 => "illegal instruction: this processor lacks what it was compiled for",
            134 => "aborted",
            137 => "killed, perhaps for want of memory",
            139 => "segmentation fault",
            _ => string.Create(CultureInfo.InvariantCulture, $"exit code {code}"),
        };
}

/// <summary>Runs probes, each in a process of its own.</summary>
internal static class ProbeProcess
{
    /// <summary>How long one may take; the slowest takes some two seconds.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMinutes(1);

    public static Task<ProbeEnd> RunAsync(NativeProbe probe, CancellationToken cancellation) =>
        RunAsync(
            [.. ThisProgram.Words, DoctorCommand.Name, DoctorCommand.ProbeFlag, probe.Name],
            Longest,
            cancellation
        );

    internal static async Task<ProbeEnd> RunAsync(
        IReadOnlyList<string> words,
        TimeSpan longest,
        CancellationToken cancellation
    )
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardOutput = true,
            // What a dying library prints there would tear the table.
            RedirectStandardError = true,
        };
        using Process? process = Start(start, out string problem);
        if (process is null)
        {
            return new ProbeEnd(Session.Failure, problem);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(longest);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(limit.Token);
            await Task.WhenAll(output, error, process.WaitForExitAsync(limit.Token));
            return new ProbeEnd(process.ExitCode, await output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            return new ProbeEnd(null, "");
        }
    }

    private static Process? Start(ProcessStartInfo start, out string problem)
    {
        try
        {
            problem = "";
            return Process.Start(start);
        }
        catch (Win32Exception exception)
        {
            problem = exception.Message;
            return null;
        }
    }
}
