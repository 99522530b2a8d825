using Matinee.Core;
using Matinee.Text.Caching;

namespace Matinee.Text.Tests.Caching;

public sealed class EmbeddingCacheTests : IDisposable
{
    private readonly TemporaryCache cache = new();

    public void Dispose() => cache.Dispose();

    [Fact]
    public void Encode_RepeatedTexts_EncodesEachOnce()
    {
        var encoder = new CountingEncoder();

        CachedEncoding encoding = cache.Open().Encode(encoder, ["a", "b", "a", "a"], TextRole.Document);

        Assert.Equal(["a", "b"], encoder.Encoded);
        Assert.Equal((0, 2), (encoding.Hits, encoding.Misses));
        Assert.Equal(encoder.Vectors(["a", "b", "a", "a"]).Values, encoding.Vectors.Values);
    }

    [Fact]
    public void Encode_SecondRun_EncodesNothing()
    {
        string[] texts = Texts(0, 100);
        cache.Open().Encode(new CountingEncoder(), texts, TextRole.Document);
        var encoder = new CountingEncoder();

        CachedEncoding encoding = cache.Open().Encode(encoder, texts, TextRole.Document);

        Assert.Empty(encoder.Encoded);
        Assert.Equal((100, 0), (encoding.Hits, encoding.Misses));
        Assert.Equal(encoder.Vectors(texts).Values, encoding.Vectors.Values);
    }

    [Fact]
    public void Encode_SomeKnown_EncodesTheOthers()
    {
        cache.Open().Encode(new CountingEncoder(), Texts(0, 50), TextRole.Document);
        var encoder = new CountingEncoder();

        CachedEncoding encoding = cache.Open().Encode(encoder, Texts(30, 40), TextRole.Document);

        Assert.Equal(Texts(50, 20), encoder.Encoded);
        Assert.Equal((20, 20), (encoding.Hits, encoding.Misses));
        Assert.Equal(encoder.Vectors(Texts(30, 40)).Values, encoding.Vectors.Values);
    }

    [Fact]
    public void Encode_OtherRole_IsAnotherText()
    {
        cache.Open().Encode(new CountingEncoder(), ["a"], TextRole.Document);
        var encoder = new CountingEncoder();

        CachedEncoding encoding = cache.Open().Encode(encoder, ["a"], TextRole.Query);

        Assert.Equal(1, encoding.Misses);
        Assert.Equal(encoder.Vectors(["a"], TextRole.Query).Values, encoding.Vectors.Values);
    }

    [Fact]
    public void Encode_OtherModel_HasVectorsOfItsOwn()
    {
        cache.Open().Encode(new CountingEncoder(), ["a"], TextRole.Document);

        CachedEncoding encoding = cache.Open().Encode(new CountingEncoder("other", 4), ["a"], TextRole.Document);

        Assert.Equal((1, 4), (encoding.Misses, encoding.Vectors.Dimensions));
    }

    [Fact]
    public void Encode_NoTexts_IsNoVectors()
    {
        Assert.Equal(0, cache.Open().Encode(new CountingEncoder(), [], TextRole.Document).Vectors.Count);
    }

    [Fact]
    public void Encode_Cancelled_KeepsWhatWasWritten()
    {
        using var cancellation = new CancellationTokenSource();
        int batches = 0;
        var encoder = new CountingEncoder
        {
            BeforeBatch = () =>
            {
                if (++batches == 3)
                {
                    cancellation.Cancel();
                    cancellation.Token.ThrowIfCancellationRequested();
                }
            },
        };

        Assert.Throws<OperationCanceledException>(() =>
            cache.Open().Encode(encoder, Texts(0, 100), TextRole.Document, cancellation: cancellation.Token)
        );

        Assert.Equal(32, cache.Open().Encode(new CountingEncoder(), Texts(0, 100), TextRole.Document).Hits);
    }

    [Fact]
    public void Encode_SomeUnknown_SaysHowManyAreDone()
    {
        var seen = new List<EncodingProgress>();
        cache.Open().Encode(new CountingEncoder(), Texts(0, 10), TextRole.Document);

        cache.Open().Encode(new CountingEncoder(), Texts(0, 50), TextRole.Document, new Seen(seen.Add));

        Assert.Equal([new(16, 40), new(32, 40), new(40, 40)], seen);
    }

    [Fact]
    public void Encode_FolderIsAFile_SaysWhatToDo()
    {
        string file = Path.Combine(cache.Folder, "file");
        File.WriteAllText(file, "");

        var error = Assert.Throws<MatineeException>(() =>
            new EmbeddingCache(file).Encode(new CountingEncoder(), ["a"], TextRole.Document)
        );

        Assert.Contains("can't be used", error.Message);
        Assert.Contains("MATINEE_CACHE", error.Message);
    }

    private sealed class Seen(Action<EncodingProgress> report) : IProgress<EncodingProgress>
    {
        public void Report(EncodingProgress value) => report(value);
    }

    private static string[] Texts(int first, int count) => [.. Enumerable.Range(first, count).Select(n => $"text {n}")];
}
