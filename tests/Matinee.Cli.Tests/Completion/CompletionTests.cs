using System.Diagnostics;
using Matinee.Cli.Completion;
using Matinee.Cli.Terminal;

namespace Matinee.Cli.Tests.Completion;

public sealed class CompletionTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("tra", "train")]
    [InlineData("train --data", "--data-dir")]
    [InlineData("train --fit-on ", "all,train+validation")]
    [InlineData("train --data-dir somewhere --device c", "cpu,cuda")]
    [InlineData("models roll", "rollback")]
    [InlineData("download ml-10", "ml-100k,ml-10m")]
    [InlineData("completion ", "bash,fish,pwsh,zsh")]
    [InlineData("serve --metrics ", "off,on")]
    [InlineData("doctor --pro", "")]
    [InlineData("train --data-dir ", "")]
    public async Task Suggest_WhatIsTyped_IsCompletedFromTheCommands(string line, string expected)
    {
        CliResult result = (await Workspace.RunAsync($"[suggest:{line.Length}]", line)).Succeeded();

        string word = line.Split(' ')[^1];
        string[] found =
        [
            .. result
                .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(one =>
                    one.StartsWith(word, StringComparison.Ordinal) && (word.Length > 0 || one[0] is not ('-' or '/'))
                )
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(expected, string.Join(',', found));
    }

    [Fact]
    public async Task Completion_EveryShell_PrintsItsOwnScript()
    {
        foreach (string shell in CompletionScript.Shells)
        {
            CliResult result = (await Workspace.RunAsync("completion", shell)).Succeeded();

            Assert.Contains($"./matinee completion {shell}", result.Out, StringComparison.Ordinal);
            Assert.Contains("[suggest:", result.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Completion_UnknownShell_IsAUsageError() =>
        (await Workspace.RunAsync("completion", "tcsh")).FailedWith(2, "tcsh");

    // As bash calls it: with the words, the line, and the word at the cursor.
    [Theory]
    [InlineData("models roll", "rollback")]
    [InlineData("train --fit-on a", "all")]
    [InlineData("train --data-dir sub", "")]
    public void Bash_ScriptSourced_Completes(string line, string expected)
    {
        workspace.Write("matinee.bash", CompletionScript.For("bash"));
        string[] words = line.Split(' ');
        string script = $$"""
            source matinee.bash
            COMP_WORDS=("$1" {{line}}) COMP_CWORD={{words.Length}} COMP_LINE="$1 {{line}}"
            COMP_POINT=${#COMP_LINE}
            _matinee "$1" '{{words[^1]}}' ''
            printf '%s\n' "${COMPREPLY[@]}"
            complete -p matinee
            """;

        string[] lines = Bash(script, ThisProgram.Words[^1]).Split('\n');

        Assert.Equal(expected, lines[0]);
        Assert.Equal("complete -o default -F _matinee matinee", lines[1]);
    }

    private string Bash(string script, string argument)
    {
        var start = new ProcessStartInfo("bash", ["-euc", script, "bash", argument])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = workspace.Root,
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
