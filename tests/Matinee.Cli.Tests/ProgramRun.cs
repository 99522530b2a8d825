using System.Diagnostics;

namespace Matinee.Cli.Tests;

/// <summary>The built program as a process of its own, with its own working folder.</summary>
internal sealed class ProgramRun : IDisposable
{
    // Beside the tests' own output, where the build puts the program with its native libraries.
    private static readonly string Program = Directory
        .EnumerateDirectories(Path.Combine(TestData.RepositoryRoot(), ".build", "bin", "Matinee.Cli"), "release*")
        .Select(folder => Path.Combine(folder, "matinee"))
        .Single(File.Exists);

    // Nobody's own; kept from run to run as the build is.
    private static readonly string Cache = Path.Combine(TestData.RepositoryRoot(), ".build", "test-cache");

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    public ProgramRun(string workingDirectory, params string[] arguments)
        : this(workingDirectory, new Dictionary<string, string>(), arguments) { }

    public ProgramRun(string workingDirectory, Dictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(Program)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MATINEE_CACHE"] = Cache;
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        Array.ForEach(arguments, start.ArgumentList.Add);
        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    public bool HasExited => process.HasExited;

    public async Task<CliResult> FinishAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(limit.Token);
        return new CliResult(process.ExitCode, await output, await error);
    }

    /// <summary>Ends it, one way or another, once the work has begun.</summary>
    public async Task<CliResult> EndOnceAsync(Func<bool> begun, Action<ProgramRun> end)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!begun())
        {
            Assert.False(HasExited, "The training ended before it could be interrupted.");
            await Task.Delay(20, limit.Token);
        }

        end(this);
        return await FinishAsync();
    }

    /// <summary>What Ctrl-C sends.</summary>
    public void Interrupt() => Signal("-INT");

    /// <summary>What a service manager sends.</summary>
    public void Terminate() => Signal("-TERM");

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [name, $"{process.Id}"]);
        kill.WaitForExit();
    }

    public void Kill() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
