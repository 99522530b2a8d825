using Matinee.Data.Download;

namespace Matinee.Data.Tests.Download;

public class MovieLensDownloadTests : DownloadFixture
{
    [Fact]
    public async Task Fetch_EmptyFolder_UnpacksTheZipWithoutItsTopFolder()
    {
        DownloadResult result = await FetchAsync();

        AssertComplete();
        Assert.Equal(Folder, result.Folder);
        Assert.Equal(2, result.Files);
        Assert.False(result.AlreadyThere);
        Assert.Equal("/datasets/ml-latest-small.zip", Assert.Single(Server.Requests).Path);
    }

    [Fact]
    public async Task Fetch_BaseUrlWithoutSlash_IsAFolderAllTheSame()
    {
        await FetchAsync(Options with { BaseUrl = new Uri(Server.BaseUrl.AbsoluteUri.TrimEnd('/')) });

        AssertComplete();
    }

    [Fact]
    public async Task Fetch_FolderAlreadyThere_AsksTheServerForNothing()
    {
        await FetchAsync();

        DownloadResult second = await FetchAsync();

        Assert.True(second.AlreadyThere);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task Fetch_Force_ReplacesTheFolder()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "ratings.csv"), "old");
        File.WriteAllText(Path.Combine(Folder, "mine.txt"), "old");

        await FetchAsync(Options with { Force = true });

        AssertComplete();
        Assert.False(File.Exists(Path.Combine(Folder, "mine.txt")));
    }

    [Fact]
    public async Task Fetch_FolderHoldsSomethingElse_SaysSoAndLeavesIt()
    {
        string nested = Path.Combine(Folder, "ml-latest-small");
        Directory.CreateDirectory(nested);

        string message = await FailAsync();

        Assert.Contains("holds no ratings.csv", message, StringComparison.Ordinal);
        Assert.Contains("--force", message, StringComparison.Ordinal);
        Assert.True(Directory.Exists(nested));
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task Fetch_LeftoverOfAKilledUnpacking_IsCleared()
    {
        Directory.CreateDirectory(Folder + ".unpacking");
        File.WriteAllText(Path.Combine(Folder + ".unpacking", "ratings.csv"), "half");

        await FetchAsync();

        AssertComplete();
    }

    [Fact]
    public async Task Fetch_WhileAnotherWritesTheSame_IsRefused()
    {
        Server.StallAfter = 1000;
        var paused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Server.OnPause = paused.SetResult;
        using var cancellation = new CancellationTokenSource();
        Task<DownloadResult> first = MovieLensDownload.FetchAsync(Dataset, Options, cancellation.Token);
        await paused.Task;

        string message = await FailAsync(Options with { Progress = null });

        Assert.Contains("Another download", message, StringComparison.Ordinal);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public void All_EveryDataset_IsFoundByItsNameInAnyCase()
    {
        Assert.Equal(8, MovieLensDataset.All.Select(dataset => dataset.Name).Distinct().Count());
        Assert.All(
            MovieLensDataset.All,
            dataset =>
            {
                Assert.True(MovieLensDataset.TryGet(dataset.Name.ToUpperInvariant(), out MovieLensDataset? found));
                Assert.Same(dataset, found);
            }
        );
        Assert.False(MovieLensDataset.TryGet("ml-2m", out _));
    }
}
