using System.Diagnostics;
using Matinee.Data.Download;

namespace Matinee.Data.Tests.Download;

/// <summary>On a real file system of a few kilobytes, which only root can mount.</summary>
public sealed class DiskFullTests : DownloadFixture
{
    [Fact]
    public async Task Fetch_DiskFillsUpOnTheWay_SaysSoAndKeepsThePart()
    {
        using var disk = TinyDisk.Mount("64k");
        // Without the length nobody can tell beforehand.
        Server.TellsLength = false;

        string message = await FailAsync(Options with { OutputDirectory = disk.Path });

        Assert.Contains("is full", message, StringComparison.Ordinal);
        Assert.Contains("resume", message, StringComparison.Ordinal);
        byte[] kept = File.ReadAllBytes(Path.Combine(disk.Path, "ml-latest-small.zip.part"));
        Assert.InRange(kept.Length, 1, 64 * 1024);
        Assert.Equal(SampleZip.MovieLens[..kept.Length], kept);
    }

    [Fact]
    public async Task Fetch_TooLittleSpaceForTheZip_IsKnownBeforeTheStart()
    {
        using var disk = TinyDisk.Mount("64k");

        string message = await FailAsync(Options with { OutputDirectory = disk.Path });

        Assert.Contains("The download needs", message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(disk.Path, "ml-latest-small.zip.part")));
    }

    [Fact]
    public async Task Fetch_TooLittleSpaceToUnpack_KeepsTheZipForTheNextRun()
    {
        using var disk = TinyDisk.Mount("256k");
        var options = Options with { OutputDirectory = disk.Path };

        string message = await FailAsync(options);

        Assert.Contains("The unpacking needs", message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(disk.Path, "ml-latest-small.zip.part")));

        disk.Grow("1m");
        await FetchAsync(options);

        Assert.True(File.Exists(Path.Combine(disk.Path, "ml-latest-small", "ratings.csv")));
        Assert.Equal($"bytes={SampleZip.MovieLens.Length}-", Server.Requests.Last().Range);
    }

    [Theory]
    [InlineData(28, true)]
    [InlineData(122, true)]
    [InlineData(unchecked((int)0x80070070), true)]
    [InlineData(2, false)]
    [InlineData(unchecked((int)0x80131620), false)]
    public void IsDiskFull_ErrorCode_IsTold(int code, bool full) =>
        Assert.Equal(full, FreeSpace.IsDiskFull(new IOException("any", code)));

    private sealed class TinyDisk(string path) : IDisposable
    {
        public string Path { get; } = path;

        public static TinyDisk Mount(string size)
        {
            string path = Directory.CreateTempSubdirectory("matinee-disk-").FullName;
            if (
                !OperatingSystem.IsLinux()
                || !Environment.IsPrivilegedProcess
                || !Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", path)
            )
            {
                Directory.Delete(path);
                Assert.Skip("Mounting a small tmpfs needs Linux and root.");
            }

            return new TinyDisk(path);
        }

        public void Grow(string size) => Assert.True(Run("mount", "-o", $"remount,size={size}", Path));

        public void Dispose()
        {
            Run("umount", Path);
            Directory.Delete(Path);
        }

        private static bool Run(string program, params string[] arguments)
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
