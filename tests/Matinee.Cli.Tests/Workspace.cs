using Matinee.Core.Evaluation.Reports;
using Matinee.Data;

namespace Matinee.Cli.Tests;

/// <summary>A folder of its own, and the CLI run in process with what it printed.</summary>
internal sealed class Workspace : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("matinee-cli-").FullName;

    public string Path(string name) => System.IO.Path.Combine(Root, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    /// <summary>The figures of an evaluation in a folder of this workspace.</summary>
    public EvaluationReport Report(string folder) =>
        EvaluationReport.FromJson(File.ReadAllText(Path($"{folder}/{EvaluationFolder.MetricsFile}")));

    public static async Task<CliResult> RunAsync(params string[] arguments)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        int code = await MatineeCli.RunAsync(arguments, output, error);
        return new CliResult(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

internal sealed record CliResult(int Code, string Out, string Error)
{
    /// <summary>The same, or a failed test that shows what was printed.</summary>
    public CliResult Succeeded()
    {
        Assert.True(Code == 0, $"exit code {Code}\n{Error}\n{Out}");
        return this;
    }

    public CliResult FailedWith(int code, string message)
    {
        Assert.Equal(code, Code);
        // Terminal lines wrap; the words stand.
        Assert.Contains(message, Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        return this;
    }
}
