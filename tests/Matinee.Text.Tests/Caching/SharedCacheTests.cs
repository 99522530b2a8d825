using System.Diagnostics;
using Matinee.Text.Caching;

namespace Matinee.Text.Tests.Caching;

/// <summary>Several writers at one cache: threads, and processes that run <see cref="Child"/>.</summary>
public sealed class SharedCacheTests : IDisposable
{
    private const string ChildFolder = "MATINEE_TEXT_TESTS_CHILD";
    private static readonly string[] Texts = [.. Enumerable.Range(0, 640).Select(n => $"text {n}")];

    private readonly TemporaryCache cache = new();

    public void Dispose() => cache.Dispose();

    [Fact]
    public void Encode_ManyThreads_AllGetTheirVectors()
    {
        Parallel.For(
            0,
            8,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            n =>
            {
                string[] texts = Texts[(n * 40)..(n * 40 + 320)];
                var encoder = new CountingEncoder();
                CachedEncoding encoding = cache.Open().Encode(encoder, texts, TextRole.Document);
                Assert.Equal(encoder.Vectors(texts).Values, encoding.Vectors.Values);
            }
        );

        AssertKnown(Texts[..600]);
    }

    [Fact]
    public async Task Encode_TwoProcesses_LoseNothing()
    {
        using Process first = StartChild();
        using Process second = StartChild();

        await first.WaitForExitAsync();
        await second.WaitForExitAsync();

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        AssertKnown(Texts);
    }

    [Fact]
    public async Task Encode_AfterAWriterWasKilled_GoesOnWhereItStopped()
    {
        using Process child = StartChild();
        while (!child.HasExited && (!File.Exists(cache.File) || new FileInfo(cache.File).Length < 10_000))
        {
            await Task.Delay(5);
        }

        child.Kill();
        await child.WaitForExitAsync();
        CachedEncoding rest = cache.Open().Encode(new CountingEncoder(), Texts, TextRole.Document);

        Assert.InRange(rest.Hits, 100, Texts.Length);
        AssertKnown(Texts);
    }

    // Not a test: the program that the tests above start.
    [Fact(Explicit = true)]
    public void Child()
    {
        string folder = Environment.GetEnvironmentVariable(ChildFolder) ?? "";
        Assert.SkipWhen(folder.Length == 0, $"Started by other tests, with {ChildFolder}.");
        var encoder = new CountingEncoder { BeforeBatch = () => Thread.Sleep(10) };

        CachedEncoding encoding = new EmbeddingCache(folder) { TextsPerWrite = 16 }.Encode(
            encoder,
            Texts,
            TextRole.Document
        );

        Assert.Equal(encoder.Vectors(Texts).Values, encoding.Vectors.Values);
    }

    private Process StartChild()
    {
        string program = Path.ChangeExtension(typeof(SharedCacheTests).Assembly.Location, ".dll");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                program,
                "-explicit",
                "only",
                "-method",
                $"{typeof(SharedCacheTests).FullName}.{nameof(Child)}",
            },
            Environment = { [ChildFolder] = cache.Folder },
            RedirectStandardOutput = true,
        };
        Process child = Process.Start(start)!;
        child.BeginOutputReadLine();
        return child;
    }

    private void AssertKnown(string[] texts)
    {
        var encoder = new CountingEncoder();
        CachedEncoding encoding = cache.Open().Encode(encoder, texts, TextRole.Document);
        Assert.Equal((texts.Length, 0), (encoding.Hits, encoding.Misses));
        Assert.Equal(encoder.Vectors(texts).Values, encoding.Vectors.Values);
    }
}
