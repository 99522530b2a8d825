using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Matinee.Data.Raw;

namespace Matinee.Data.Tests.Raw;

public class RawArchiveTests
{
    private const int Flags = 8;
    private const int Method = 10;
    private const int Checksum = 16;
    private const int CompressedLength = 20;
    private const int Length = 24;

    [Theory]
    [InlineData(Flags, 1, "ratings.csv is encrypted. Unpack it and pass the folder.")]
    [InlineData(Method, 12, "ratings.csv can't be read: ")]
    [InlineData(Method, 9, "ratings.csv can't be read: ")]
    [InlineData(Checksum, 1, "ratings.csv can't be read: Its length or checksum in the zip is wrong.")]
    [InlineData(Length, 50, "ratings.csv can't be read: Its length or checksum in the zip is wrong.")]
    [InlineData(Length, 5000, "ratings.csv can't be read: Its length or checksum in the zip is wrong.")]
    [InlineData(Length, 2_000_000_000, "ratings.csv would unpack to more than 50 times its size")]
    [InlineData(CompressedLength, 2_000_000_000, "data.zip is damaged: ratings.csv can't be in it.")]
    public void Prepare_EntryThatIsNotWhatItClaims_SaysSo(int field, int value, string expected)
    {
        using RawFolder place = Zipped(RawFolder.RatingsHeader + Rows(100));
        Claim(place["data.zip"], field, value);

        Assert.Contains(expected, place.PrepareError(), StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_ZipBomb_IsRefusedBeforeItIsRead()
    {
        using RawFolder place = Zipped(RawFolder.RatingsHeader + Rows(6_000_000));
        long before = GC.GetAllocatedBytesForCurrentThread();

        string message = place.PrepareError();

        Assert.Contains("ratings.csv would unpack to more than 50 times its size", message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void Open_MoreThanTheLimit_IsRefused()
    {
        using RawFolder place = Zipped(RawFolder.RatingsHeader + Rows(100));
        using RawArchive archive = RawArchive.Open(place["data.zip"], new RawArchiveLimits { Bytes = 1000 });

        string message = Assert.Throws<MatineeException>(archive.Folders[0].Vet).Message;

        Assert.Contains("data.zip would unpack to more than 1.0 kB.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_DirectoryCutShort_IsNoReadableZip()
    {
        using RawFolder place = Zipped(RawFolder.RatingsHeader + Rows(2));
        byte[] zip = File.ReadAllBytes(place["data.zip"]);
        int directory = Directory(zip);
        File.WriteAllBytes(place["data.zip"], [.. zip[..directory], .. zip[(directory + 60)..]]);

        Assert.Contains("data.zip is not a readable zip file", place.PrepareError(), StringComparison.Ordinal);
    }

    private static string Rows(int count) => string.Concat(Enumerable.Repeat("7,10,4.0,100\n", count));

    private static RawFolder Zipped(string ratings)
    {
        var place = new RawFolder();
        using ZipArchive archive = ZipFile.Open(place["data.zip"], ZipArchiveMode.Create);
        foreach (
            (string name, string text) in new[]
            {
                ("ratings.csv", ratings),
                ("movies.csv", "movieId,title,genres\n10,Ten,War\n"),
            }
        )
        {
            using Stream entry = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }

        return place;
    }

    /// <summary>Overwrites what the zip's directory says of its first file.</summary>
    private static void Claim(string path, int field, int value)
    {
        byte[] zip = File.ReadAllBytes(path);
        Span<byte> claim = zip.AsSpan(Directory(zip) + field);
        if (field is Flags or Method)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(claim, (ushort)value);
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(claim, value);
        }

        File.WriteAllBytes(path, zip);
    }

    private static int Directory(byte[] zip) => zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
}
