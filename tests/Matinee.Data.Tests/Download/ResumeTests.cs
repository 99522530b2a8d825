using Matinee.Data.Download;

namespace Matinee.Data.Tests.Download;

public class ResumeTests : DownloadFixture
{
    private const string LastModified = "Wed, 26 Sep 2018 15:48:00 GMT";

    [Theory]
    [InlineData("\"first\"", null, "\"first\"")]
    [InlineData(null, LastModified, LastModified)]
    [InlineData("W/\"weak\"", LastModified, LastModified)]
    public async Task Fetch_ConnectionCutTwice_ContinuesWhereItBroke(string? tag, string? date, string condition)
    {
        (Server.ETag, Server.LastModified) = (tag, date);
        Server.Md5File = SampleZip.Md5(SampleZip.MovieLens);
        Server.Cuts.Enqueue(50_000);
        Server.Cuts.Enqueue(20_000);

        await FetchAsync();

        AssertComplete();
        Assert.Equal(
            [(null, null), ("bytes=50000-", condition), ("bytes=70000-", condition)],
            Server.Requests.Select(request => (request.Range, request.IfRange))
        );
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], Waits);
    }

    [Fact]
    public async Task Fetch_NeverMoreThanAFewBytes_GivesUpAndTheNextRunResumes()
    {
        for (int n = 0; n < 5; n++)
        {
            Server.Cuts.Enqueue(1000);
        }

        string message = await FailAsync();

        Assert.Contains("5.0 kB of", message, StringComparison.Ordinal);
        Assert.Contains("run the same command again to resume", message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 4, 8], Waits.Select(wait => wait.TotalSeconds));
        Assert.Equal(SampleZip.MovieLens[..5000], File.ReadAllBytes(Part));

        await FetchAsync();

        AssertComplete();
        Assert.Equal("bytes=5000-", Server.Requests.Last().Range);
        Assert.Contains(new DownloadEvent.Started(5000, SampleZip.MovieLens.Length), Events);
    }

    [Fact]
    public async Task Fetch_Cancelled_KeepsThePartAndTheNextRunResumes()
    {
        Server.StallAfter = 30_000;
        using var cancellation = new CancellationTokenSource();
        var options = Options with
        {
            Progress = new CancelWhen(happened => happened is DownloadEvent.Received { Bytes: 30_000 }, cancellation),
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            MovieLensDownload.FetchAsync(Dataset, options, cancellation.Token)
        );

        Assert.Equal(SampleZip.MovieLens[..30_000], File.ReadAllBytes(Part));
        Assert.False(Directory.Exists(Folder));

        Server.StallAfter = null;
        await FetchAsync();

        AssertComplete();
        Assert.Equal("bytes=30000-", Server.Requests.Last().Range);
    }

    [Fact]
    public async Task Fetch_CancelledWhileUnpacking_KeepsTheZipAndNoHalfFolder()
    {
        using var cancellation = new CancellationTokenSource();
        var cancelling = new CancelWhen(happened => happened is DownloadEvent.Unpacking, cancellation);
        var options = Options with { Progress = cancelling };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            MovieLensDownload.FetchAsync(Dataset, options, cancellation.Token)
        );

        Assert.Equal([Part, Part + ".json"], Directory.GetFileSystemEntries(Output).Order());
        Assert.Equal(SampleZip.MovieLens, File.ReadAllBytes(Part));
    }

    [Fact]
    public async Task Fetch_ServerIgnoresRange_StartsOver()
    {
        Server.HonoursRange = false;
        Server.Cuts.Enqueue(50_000);

        await FetchAsync();

        AssertComplete();
        Assert.Equal("bytes=50000-", Server.Requests.Last().Range);
        Assert.Contains(Events, happened => happened is DownloadEvent.StartedOver);
    }

    [Fact]
    public async Task Fetch_FileChangedInBetween_StartsOver()
    {
        byte[] older = [.. SampleZip.MovieLens];
        older.AsSpan(0, 50_000).Fill(7);
        Server.Zip = older;
        Server.Cuts.Enqueue(50_000);
        var change = Options with
        {
            Transfer = new TransferLimits
            {
                Delay = (_, _) =>
                {
                    (Server.Zip, Server.ETag) = (SampleZip.MovieLens, "\"second\"");
                    return Task.CompletedTask;
                },
            },
        };

        await FetchAsync(change);

        AssertComplete();
        Assert.Equal("\"first\"", Server.Requests.Last().IfRange);
        Assert.Contains(new DownloadEvent.StartedOver("the file on the server changed"), Events);
    }

    [Fact]
    public async Task Fetch_NothingToTellVersionsBy_DoesNotAskForARange()
    {
        Server.ETag = null;
        Server.Cuts.Enqueue(50_000);

        await FetchAsync();

        AssertComplete();
        Assert.All(Server.Requests, request => Assert.Null(request.Range));
    }

    [Fact]
    public async Task Fetch_PartOfAnotherServer_IsNotContinued()
    {
        await using (var other = new ZipServer(new byte[60_000]))
        {
            for (int n = 0; n < 5; n++)
            {
                other.Cuts.Enqueue(1000);
            }

            await FailAsync(Options with { BaseUrl = other.BaseUrl });
        }

        Assert.True(File.Exists(Part));

        await FetchAsync();

        AssertComplete();
        Assert.Null(Assert.Single(Server.Requests).Range);
    }

    [Fact]
    public async Task Fetch_PartIsAlreadyWhole_DownloadsNothingMore()
    {
        File.WriteAllBytes(Part, SampleZip.MovieLens);
        string version = $$"""{"Url":"{{Server.BaseUrl}}ml-latest-small.zip","ETag":"\u0022first\u0022"}""";
        File.WriteAllText(Part + ".json", version);

        await FetchAsync();

        AssertComplete();
        Assert.Equal($"bytes={SampleZip.MovieLens.Length}-", Server.Requests.Last().Range);
        Assert.DoesNotContain(Events, happened => happened is DownloadEvent.StartedOver);
    }

    [Fact]
    public async Task Fetch_DamagedVersionFile_StartsOver()
    {
        File.WriteAllText(Part, "something");
        File.WriteAllText(Part + ".json", "{ half");

        await FetchAsync();

        AssertComplete();
    }

    private sealed class CancelWhen(Func<DownloadEvent, bool> happens, CancellationTokenSource cancellation)
        : IProgress<DownloadEvent>
    {
        public void Report(DownloadEvent value)
        {
            if (happens(value))
            {
                cancellation.Cancel();
            }
        }
    }
}
