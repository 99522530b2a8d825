using Matinee.Cli.Diagnosis;

namespace Matinee.Cli.Tests.Diagnosis;

public sealed class ExaminationTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task RunAsync_EveryCheck_StandsInTheDocumentation()
    {
        string page = File.ReadAllText(Path.Combine(TestData.RepositoryRoot(), "docs", "troubleshooting.md"));

        IReadOnlyList<Finding> findings = await RunAsync(new ProbeEnd(0, "fine\n0"));

        Assert.Equal(findings.Count, findings.Select(finding => finding.Name).Distinct().Count());
        Assert.All(
            findings,
            finding =>
                Assert.Contains(
                    page.Split('\n'),
                    line => line.StartsWith('|') && line.Split('|')[1].Contains(finding.Name)
                )
        );
    }

    [Fact]
    public async Task RunAsync_LibrariesThatCrash_AreFailuresAndTheRestGoesOn()
    {
        IReadOnlyList<Finding> findings = await RunAsync(new ProbeEnd(139, ""));

        string[] libraries = ["DuckDB", "SQLite", "ONNX Runtime", "libtorch"];
        Assert.Equal(
            libraries,
            findings.Where(finding => finding.Detail.Contains("segmentation fault")).Select(finding => finding.Name)
        );
        Assert.Equal("none is seen: networks use the processor", findings.Single(one => one.Name == "GPU").Detail);
        Assert.Equal(FindingStatus.Ok, findings.Single(one => one.Name == "port").Status);
    }

    [Fact]
    public async Task RunAsync_FoldersThatAreNamed_HaveToBeThere()
    {
        IReadOnlyList<Finding> findings = await RunAsync(new ProbeEnd(0, "fine\n0"));

        Assert.Contains(workspace.Path("model"), findings.Single(one => one.Name == "model").Detail);
        Assert.Equal(FindingStatus.Failed, findings.Single(one => one.Name == "model").Status);
        Assert.Equal(FindingStatus.Failed, findings.Single(one => one.Name == "dataset").Status);
    }

    private Task<IReadOnlyList<Finding>> RunAsync(ProbeEnd end) =>
        new Examination((_, _) => Task.FromResult(end)).RunAsync(
            new ExaminationRequest(workspace.Path("data"), workspace.Path("model"), FreePort.Find()),
            CancellationToken.None
        );
}
