namespace Matinee.Cli.Tests.Documentation;

public sealed class CommandTableTests
{
    [Fact]
    public void Readme_EveryCommand_StandsInTheTable()
    {
        string[] rows =
        [
            .. File.ReadAllLines(Path.Combine(TestData.RepositoryRoot(), "README.md"))
                .Where(line => line.StartsWith("| `./matinee", StringComparison.Ordinal)),
        ];

        Assert.All(
            MatineeCli.CreateRoot().Subcommands.Where(command => !command.Hidden),
            command =>
                Assert.Contains(
                    rows,
                    row =>
                        row.Contains($"`./matinee {command.Name}`", StringComparison.Ordinal)
                        || row.Contains($"`./matinee {command.Name} ", StringComparison.Ordinal)
                )
        );
    }
}
