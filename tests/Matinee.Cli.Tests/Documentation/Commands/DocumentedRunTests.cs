namespace Matinee.Cli.Tests.Documentation.Commands;

/// <summary>Types what the documents say, block by block, each in a folder of its own.</summary>
[Collection(nameof(DocumentedRunTests))]
public sealed class DocumentedRunTests(DocumentedWorld world) : IClassFixture<DocumentedWorld>
{
    // Each has the process's working folder.
    [CollectionDefinition(nameof(DocumentedRunTests), DisableParallelization = true)]
    public sealed class Alone;

    public static TheoryData<string> Blocks => [.. DocumentedBlock.All.Where(Runs).Select(block => block.Name)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Run_Block_EveryCommandWorks(string block)
    {
        DocumentedBlock documented = DocumentedBlock.All.Single(one => one.Name == block);

        IReadOnlyList<string> problems = await world.TypeAsync([.. documented.Commands.Where(Runs)]);

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public async Task Run_CommandsThatFail_AreEachNoted()
    {
        string[] lines =
        [
            "./matinee recommend --model-path nowhere --user-id 1",
            "./matinee serve --model-path nowhere",
            "curl localhost:3000/api/nowhere",
            "curl localhost:3000/health/ready",
        ];

        IReadOnlyList<string> problems = await world.TypeAsync([
            .. lines.Select((line, at) => new DocumentedCommand("page", at, line.Split(' '))),
        ]);

        Assert.Equal(3, problems.Count);
        Assert.Contains("exit code 1", problems[0], StringComparison.Ordinal);
        Assert.Contains("nowhere is not a model", problems[1], StringComparison.Ordinal);
        Assert.Contains("404", problems[2], StringComparison.Ordinal);
    }

    private static bool Runs(DocumentedBlock block) => block.Commands.Any(Runs);

    private static bool Runs(DocumentedCommand command) =>
        command.Program is DocumentedCommand.Matinee or "curl" && !Unrun.Any(command);
}
