using System.CommandLine;

namespace Matinee.Cli.Tests.Documentation.Commands;

/// <summary>No command, option or target in the documents is invented.</summary>
public sealed class DocumentedCommandTests
{
    private static readonly DocumentedCommand[] InBlocks = [.. DocumentedBlock.All.SelectMany(block => block.Commands)];

    [Fact]
    public void Parse_CommandsOfBlocks_HaveNoErrors()
    {
        RootCommand root = MatineeCli.CreateRoot();
        DocumentedCommand[] commands = [.. InBlocks.Where(IsMatinee)];

        string[] errors =
        [
            .. commands.SelectMany(command =>
                root.Parse([.. command.Words.Skip(1)]).Errors.Select(error => $"{command}: {error.Message}")
            ),
        ];

        Assert.True(errors.Length == 0, string.Join('\n', errors));
        Assert.True(commands.Length > 50);
    }

    // In a sentence a command may stand without what it needs.
    [Fact]
    public void Parse_CommandsInSentences_AreKnown()
    {
        RootCommand root = MatineeCli.CreateRoot();
        DocumentedCommand[] commands =
        [
            .. DocumentedBlock.InSentences.Where(command =>
                IsMatinee(command) && command.Words.Count > 1 && command.Words[1] != "COMMAND"
            ),
        ];

        string[] unknown =
        [
            .. commands
                .Where(command =>
                    root.Parse([.. command.Words.Skip(1)])
                        is { UnmatchedTokens.Count: > 0 }
                            or { CommandResult.Command: RootCommand }
                )
                .Select(command => command.ToString()),
        ];

        Assert.True(unknown.Length == 0, string.Join('\n', unknown));
        Assert.True(commands.Length > 30);
    }

    [Fact]
    public async Task Parse_ExamplesOfHelp_HaveNoErrors()
    {
        RootCommand root = MatineeCli.CreateRoot();
        int examples = 0;
        foreach (string[] path in Paths(root))
        {
            string[] help = (await Workspace.RunAsync([.. path, "--help"])).Succeeded().Out.Split('\n');
            int start = Array.IndexOf(help, "Examples:") + 1;
            foreach (
                DocumentedCommand command in DocumentedBlock
                    .Read($"{string.Join(' ', path)} --help", help, start > 0 ? start : help.Length, help.Length)
                    .Where(IsMatinee)
            )
            {
                examples++;
                Assert.True(root.Parse([.. command.Words.Skip(1)]).Errors.Count == 0, command.ToString());
            }
        }

        Assert.True(examples > 40);
    }

    [Fact]
    public void Configurations_EveryCommand_ShipWithTheProgram() =>
        Assert.All(
            InBlocks
                .Concat(DocumentedBlock.InSentences)
                .SelectMany(command => command.Words)
                .Where(word => word.StartsWith("configs/", StringComparison.Ordinal)),
            file => Assert.True(File.Exists(Path.Combine(TestData.RepositoryRoot(), file)), file)
        );

    [Fact]
    public void OtherPrograms_EveryCommand_NamesWhatThereIs()
    {
        string[] problems =
        [
            .. InBlocks
                .Where(command => !IsMatinee(command) && command.Program != "curl")
                .Concat(DocumentedBlock.InSentences.Where(command => !IsMatinee(command)))
                .Select(command => (command, Problem: OtherPrograms.Problem(command)))
                .Where(one => one.Problem is not null)
                .Select(one => $"{one.command}: {one.Problem}"),
        ];

        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }

    [Fact]
    public void Unrun_EveryEntry_IsOfACommandThatIsStillThere() =>
        Assert.All(Unrun.All, entry => Assert.Contains(InBlocks, entry.Is));

    // So that a reason stays true: the tests that it names are there.
    [Fact]
    public void Unrun_EveryReason_NamesATestThatThereIs() =>
        Assert.All(
            Unrun.All,
            entry =>
                Assert.NotEmpty(
                    Directory.GetFiles(
                        Path.Combine(TestData.RepositoryRoot(), "tests"),
                        entry.Reason.Split('.', ':')[0] + ".cs",
                        SearchOption.AllDirectories
                    )
                )
        );

    [Fact]
    public void OtherPrograms_EveryForeignOne_IsStillThere() =>
        Assert.All(OtherPrograms.Foreign, name => Assert.Contains(InBlocks, command => command.Program == name.Key));

    private static IEnumerable<string[]> Paths(Command command) =>
        command
            .Subcommands.Where(one => !one.Hidden)
            .SelectMany(one => Paths(one).Select(path => (string[])[one.Name, .. path]).Prepend([one.Name]));

    private static bool IsMatinee(DocumentedCommand command) => command.Program == DocumentedCommand.Matinee;
}
