using Matinee.Text.Caching;

namespace Matinee.Text.Tests.Caching;

/// <summary>A cache file that was cut off or changed costs the texts it lost, and gives no wrong vector.</summary>
public sealed class DamagedCacheTests : IDisposable
{
    private const int Header = 16;
    private const int Record = 16 + 8 * sizeof(float) + 16;
    private static readonly string[] Texts = [.. Enumerable.Range(0, 40).Select(n => $"text {n}")];

    private readonly TemporaryCache cache = new();

    public DamagedCacheTests() => cache.Open().Encode(new CountingEncoder(), Texts, TextRole.Document);

    public void Dispose() => cache.Dispose();

    [Theory]
    [InlineData(Header + 25 * Record + 1, 25)]
    [InlineData(Header + 25 * Record + Record - 1, 25)]
    [InlineData(Header + 25 * Record, 25)]
    [InlineData(Header + 3, 0)]
    [InlineData(Header, 0)]
    [InlineData(Header - 1, 0)]
    [InlineData(0, 0)]
    public void Encode_TailTorn_MendsTheFile(int bytesLeft, int hits)
    {
        using (FileStream file = File.OpenWrite(cache.File))
        {
            file.SetLength(bytesLeft);
        }

        AssertHits(hits);
        AssertHits(40);
        Assert.Equal(Header + 40 * Record, new FileInfo(cache.File).Length);
    }

    [Theory]
    [InlineData(Header + 7 * Record + 3)]
    [InlineData(Header + 7 * Record + 20)]
    [InlineData(Header + 7 * Record + Record - 1)]
    public void Encode_ByteFlippedInARecord_EncodesThatTextAgain(int position)
    {
        Flip(position);

        AssertHits(39);
        AssertHits(40);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(12)]
    public void Encode_ByteFlippedInTheHeader_StartsAgain(int position)
    {
        Flip(position);

        AssertHits(0);
        AssertHits(40);
    }

    private void AssertHits(int expected)
    {
        var encoder = new CountingEncoder();
        CachedEncoding encoding = cache.Open().Encode(encoder, Texts, TextRole.Document);
        Assert.Equal((expected, 40 - expected), (encoding.Hits, encoder.Encoded.Count));
        Assert.Equal(encoder.Vectors(Texts).Values, encoding.Vectors.Values);
    }

    private void Flip(int position)
    {
        byte[] bytes = File.ReadAllBytes(cache.File);
        bytes[position] ^= 0x10;
        File.WriteAllBytes(cache.File, bytes);
    }
}
