using Matinee.Cli.Diagnosis;

namespace Matinee.Cli.Tests.Diagnosis;

public sealed class FolderChecksTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Dataset_AsWritten_IsCounted()
    {
        Finding finding = FolderChecks.Dataset(trained.Data, named: true, CancellationToken.None);

        Assert.Equal(FindingStatus.Ok, finding.Status);
        Assert.Matches(" [0-9],[0-9]{3} ratings, simulated, ", finding.Detail);
    }

    [Fact]
    public void Model_AsWritten_Recommends()
    {
        Finding finding = FolderChecks.Model(trained.Model, named: true);

        Assert.Equal(FindingStatus.Ok, finding.Status);
        Assert.Contains("ease for ", finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Dataset_OneByteChanged_NamesTheFile()
    {
        string data = Damaged(trained.Data, "movies.parquet");

        Finding finding = FolderChecks.Dataset(data, named: false, CancellationToken.None);

        Assert.Equal(FindingStatus.Failed, finding.Status);
        Assert.Contains("movies.parquet is damaged", finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_OneByteChanged_NamesTheFile()
    {
        string model = Damaged(trained.Model, "catalog.jsonl");

        Finding finding = FolderChecks.Model(model, named: false);

        Assert.Equal(FindingStatus.Failed, finding.Status);
        Assert.Contains("catalog.jsonl was changed or damaged", finding.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "Ok")]
    [InlineData(true, "Failed")]
    public void Missing_Folder_FailsOnlyWhereItWasNamed(bool named, string status)
    {
        string nowhere = workspace.Path("nowhere");

        Assert.Equal(status, $"{FolderChecks.Dataset(nowhere, named, CancellationToken.None).Status}");
        Assert.Equal(status, $"{FolderChecks.Model(nowhere, named).Status}");
    }

    [Fact]
    public async Task StoreAsync_FileThatIsNoStore_Fails()
    {
        Finding finding = await FolderChecks.StoreAsync(workspace.Write("store.db", "text"), CancellationToken.None);

        Assert.Equal(FindingStatus.Failed, finding.Status);
    }

    [Fact]
    public async Task StoreAsync_DatabaseThatIsNotThere_FailsWithoutThePassword()
    {
        // Nobody listens on port 1.
        Finding finding = await FolderChecks.StoreAsync(
            "postgres://matinee:sesame@127.0.0.1:1/matinee",
            CancellationToken.None
        );

        Assert.Equal(FindingStatus.Failed, finding.Status);
        Assert.DoesNotContain("sesame", finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoreAsync_NoFileYet_IsFine() =>
        Assert.Equal(
            FindingStatus.Ok,
            (await FolderChecks.StoreAsync(workspace.Path("store.db"), CancellationToken.None)).Status
        );

    private string Damaged(string folder, string file)
    {
        string copy = workspace.Path("copy");
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy, Path.GetRelativePath(folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }

        string damaged = Path.Combine(copy, file);
        byte[] bytes = File.ReadAllBytes(damaged);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(damaged, bytes);
        return copy;
    }
}
