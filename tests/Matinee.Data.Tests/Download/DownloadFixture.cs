using Matinee.Data.Download;

namespace Matinee.Data.Tests.Download;

/// <summary>A server with the sample zip, an empty output folder, and waits that take no time.</summary>
public abstract class DownloadFixture : IAsyncLifetime
{
    protected static readonly MovieLensDataset Dataset = MovieLensDataset.All.Single(d => d.Name == "ml-latest-small");

    private readonly List<DownloadEvent> events = [];

    protected ZipServer Server { get; } = new(SampleZip.MovieLens);
    protected string Output { get; } = Directory.CreateTempSubdirectory("matinee-download-").FullName;
    protected string Folder => Path.Combine(Output, Dataset.Name);
    protected string Part => Path.Combine(Output, Dataset.Name + ".zip.part");
    protected IReadOnlyList<DownloadEvent> Events => events;

    /// <summary>The waits between attempts that were asked for.</summary>
    protected List<TimeSpan> Waits { get; } = [];

    internal DownloadOptions Options =>
        new()
        {
            BaseUrl = Server.BaseUrl,
            OutputDirectory = Output,
            Progress = new Recorder(events),
            Transfer = new TransferLimits { Delay = RecordWaitAsync },
        };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(Output, recursive: true);
        GC.SuppressFinalize(this);
    }

    internal Task<DownloadResult> FetchAsync(DownloadOptions? options = null) =>
        MovieLensDownload.FetchAsync(Dataset, options ?? Options, TestContext.Current.CancellationToken);

    internal async Task<string> FailAsync(DownloadOptions? options = null) =>
        (await Assert.ThrowsAsync<MatineeException>(() => FetchAsync(options))).Message;

    /// <summary>The folder holds exactly what the sample zip holds, and nothing else is left beside it.</summary>
    protected void AssertComplete()
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(SampleZip.MovieLens));
        using var reader = new StreamReader(zip.GetEntry("ml-latest-small/ratings.csv")!.Open());
        Assert.Equal(reader.ReadToEnd(), File.ReadAllText(Path.Combine(Folder, "ratings.csv")));
        Assert.Equal("made up\n", File.ReadAllText(Path.Combine(Folder, "README.txt")));
        Assert.Equal([Folder], Directory.GetFileSystemEntries(Output));
    }

    protected void AssertNothingLeft() => Assert.Empty(Directory.GetFileSystemEntries(Output));

    private Task RecordWaitAsync(TimeSpan wait, CancellationToken cancellation)
    {
        Waits.Add(wait);
        return Task.CompletedTask;
    }

    private sealed class Recorder(List<DownloadEvent> events) : IProgress<DownloadEvent>
    {
        public void Report(DownloadEvent value) => events.Add(value);
    }
}
