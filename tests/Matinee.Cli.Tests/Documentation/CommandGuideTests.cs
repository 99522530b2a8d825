using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;

namespace Matinee.Cli.Tests.Documentation;

/// <summary>docs/commands.md, which <c>./build.sh commands</c> writes by these tests: every command's help.</summary>
public sealed partial class CommandGuideTests
{
    private const string WriteVariable = "MATINEE_WRITE_COMMANDS";

    private static readonly string Page = Path.Combine(TestData.RepositoryRoot(), "docs", "commands.md");

    [Fact]
    public async Task Page_EveryCommand_SaysWhatItsHelpSays()
    {
        string now = await TextAsync();
        if (Environment.GetEnvironmentVariable(WriteVariable) is { Length: > 0 })
        {
            await File.WriteAllTextAsync(Page, now);
        }

        Assert.True(
            now == await File.ReadAllTextAsync(Page),
            "docs/commands.md is not of this build: run ./build.sh commands."
        );
    }

    [Fact]
    public async Task Help_EveryCommandThatDoesSomething_HasAnExample()
    {
        foreach (string[] path in Paths(MatineeCli.CreateRoot(), []).Where(path => IsLeaf(path)))
        {
            string[] halves = (await HelpAsync(path)).Split("Examples:\n");

            Assert.True(halves.Length == 2, $"{string.Join(' ', path)} has no examples.");
            Assert.Contains($"./matinee {string.Join(' ', path)}", halves[1], StringComparison.Ordinal);
        }
    }

    private static async Task<string> TextAsync()
    {
        var text = new StringBuilder(
            """
            # Commands

            What `./matinee COMMAND --help` says, for every command; `./build.sh commands` writes this page, and a test holds it to the program. The guides behind
            them: [quick start](quickstart.md), [splits](splits.md), [models](concepts.md), [tuning](tuning.md), [evaluation](evaluation.md), [lists](ranking.md),
            [imports](imports.md), [the service](service.md), [the store](store.md), [retraining](retraining.md), [packages of models](models.md),
            [what doctor checks](troubleshooting.md).

            Exit codes: 0, done; 1, it could not be done, and the message says why and what to do; 2, a wrong command or option; 3, `retrain` kept the older model;
            130, Ctrl-C. Where an option is not given, an environment variable of `serve` may say ([settings](service.md#configuration)).

            """
        );
        foreach (string[] path in Paths(MatineeCli.CreateRoot(), []))
        {
            // The global options stand once.
            string help = Global().Replace(await HelpAsync(path), "");
            text.Append($"\n## {string.Join(' ', path)}\n\n```text\n{help}\n```\n");
        }

        return text.Append($"\n## Everywhere\n\n```text\n{Globals(await HelpAsync(["demo"]))}\n```\n").ToString();
    }

    private static string Globals(string help) =>
        string.Join('\n', Global().Matches(help).Select(match => match.Value.TrimEnd('\n')));

    private static async Task<string> HelpAsync(string[] path)
    {
        using var output = new StringWriter { NewLine = "\n" };
        Assert.Equal(0, await MatineeCli.RunAsync([.. path, "--help"], output, output));
        // As many as the machine has.
        string help = Threads().Replace(output.ToString(), "${option}[default: all]");
        // Tests are the program here.
        help = help.Replace($"  {RootCommand.ExecutableName} ", "  ./matinee ", StringComparison.Ordinal);
        return string.Join('\n', help.Split('\n').Select(line => line.TrimEnd())).TrimEnd();
    }

    private static IEnumerable<string[]> Paths(Command command, string[] above) =>
        command
            .Subcommands.Where(one => !one.Hidden)
            .SelectMany(one => Paths(one, [.. above, one.Name]).Prepend([.. above, one.Name]));

    private static bool IsLeaf(string[] path) =>
        path.Aggregate(
            (Command)MatineeCli.CreateRoot(),
            (command, name) => command.Subcommands.First(one => one.Name == name)
        ).Subcommands.Count == 0;

    [GeneratedRegex(@"(?<option>--threads <n>.*)\[default: \d+\]")]
    private static partial Regex Threads();

    [GeneratedRegex(
        @"^  (-\?, -h, --help|--log-level <level>|--log-file <file>|--no-color) .*\n",
        RegexOptions.Multiline
    )]
    private static partial Regex Global();
}
