using Matinee.Api.Posters;
using Matinee.Core;

namespace Matinee.Api.Tests.Posters;

public sealed class PosterCacheTests : IDisposable
{
    private const int Block = 4_096;

    private readonly string folder = Directory.CreateTempSubdirectory("matinee-posters-").FullName;
    private readonly ManualTime time = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Write_MoreThanTheBound_TheOldestGo()
    {
        PosterCache cache = Open(3 * Block);
        foreach (int n in (int[])[1, 2, 3, 4])
        {
            Write(cache, n, Block);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["tmdb-2.w342", "tmdb-3.w342", "tmdb-4.w342"], Files());
        Assert.Null(await cache.ReadAsync("tmdb-1.w342", PosterCache.Longest));
        Assert.Equal(Block, (await cache.ReadAsync("tmdb-2.w342", PosterCache.Longest))!.Length);
        Assert.Equal(3 * Block, cache.Bytes);

        // Written again, the second is the youngest.
        Write(cache, 2, Block);
        time.Advance(TimeSpan.FromSeconds(1));
        Write(cache, 5, Block + 1);
        Assert.Equal(["tmdb-2.w342", "tmdb-5.w342"], Files());
    }

    [Fact]
    public void Open_FilesFromBefore_CountWithTheirAge()
    {
        PosterCache before = Open(10 * Block);
        foreach (int n in (int[])[3, 1, 2])
        {
            Write(before, n, 10);
            time.Advance(TimeSpan.FromDays(1));
        }

        PosterCache cache = Open(2 * Block);

        Assert.Equal(["tmdb-1.w342", "tmdb-2.w342"], Files());
        Assert.Equal(2 * Block, cache.Bytes);
        Assert.True(cache.Has("tmdb-2.w342", TimeSpan.FromDays(1)));
        Assert.False(cache.Has("tmdb-1.w342", TimeSpan.FromDays(1)));
    }

    [Fact]
    public void Write_OlderThanAllowed_AreGone()
    {
        PosterCache cache = Open(10 * Block);
        Write(cache, 1, 10);
        time.Advance(PosterCache.Longest + TimeSpan.FromDays(1));
        Write(cache, 2, 10);

        Assert.Equal(["tmdb-2.w342"], Files());
    }

    [Fact]
    public void Open_CutOffWritesAndOthersFiles_OnlyItsOwnGo()
    {
        const string unfinished = "tmdb-1.w342.0123456789abcdef0123456789abcdef.tmp";
        string[] others = ["holiday.jpg", "tmdb-1.w342.bak", "x.tmp"];
        foreach (string name in (string[])[unfinished, .. others])
        {
            File.WriteAllText(Path.Combine(folder, name), "half a");
            File.SetLastWriteTimeUtc(Path.Combine(folder, name), time.GetUtcNow().UtcDateTime.AddDays(-400));
        }

        PosterCache cache = Open(Block);
        Write(cache, 1, Block);
        Write(cache, 2, Block);

        Assert.Equal([.. others.Append("tmdb-2.w342").Order(StringComparer.Ordinal)], Files());
    }

    [Fact]
    public async Task Read_FileThatSomeoneDeleted_IsNone()
    {
        PosterCache cache = Open(Block);
        Write(cache, 1, 10);
        File.Delete(Path.Combine(folder, "tmdb-1.w342"));

        Assert.Null(await cache.ReadAsync("tmdb-1.w342", PosterCache.Longest));
        Assert.Equal(0, cache.Bytes);
    }

    [Fact]
    public async Task Write_SideBySide_StaysWithinTheBound()
    {
        PosterCache cache = Open(8 * Block);
        await Parallel.ForAsync(
            0,
            200,
            async (n, _) =>
            {
                Write(cache, 1 + (n % 40), 1 + (n * 37));
                await cache.ReadAsync($"tmdb-{1 + ((n * 7) % 40)}.w342", PosterCache.Longest);
            }
        );

        Assert.InRange(cache.Bytes, 1, 8 * Block);
        Assert.Equal(
            cache.Bytes,
            Files().Sum(name => (new FileInfo(Path.Combine(folder, name)).Length + Block - 1) / Block * Block)
        );
    }

    [Fact]
    public void Open_FolderThatIsAFile_SaysWhatToDo()
    {
        string file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");

        var exception = Assert.Throws<MatineeException>(() => PosterCache.Open(file, Block, time));

        Assert.Contains("--poster-cache", exception.Message, StringComparison.Ordinal);
    }

    private PosterCache Open(long bytes) => PosterCache.Open(folder, bytes, time);

    private static void Write(PosterCache cache, int movie, int length) =>
        cache.Write($"tmdb-{movie}.w342", new byte[length]);

    private string[] Files() =>
        [.. new DirectoryInfo(folder).GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];
}
