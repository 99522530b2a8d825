using System.Buffers.Binary;
using System.IO.Compression;
using Matinee.Core.Numerics;
using Matinee.Data.Download;

namespace Matinee.Data.Tests.Download;

public class ZipUnpackingTests : DownloadFixture
{
    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("ml-latest-small/../../evil.txt")]
    [InlineData("ml-latest-small\\..\\..\\evil.txt")]
    [InlineData("/tmp/matinee-evil.txt")]
    [InlineData("C:\\evil.txt")]
    public async Task Fetch_EntryLeavesTheFolder_WritesNothing(string name)
    {
        Server.Zip = SampleZip.Of(("ml-latest-small/ratings.csv", "x"), (name, "evil"));

        string message = await FailAsync();

        Assert.Contains("points outside", message, StringComparison.Ordinal);
        Assert.False(File.Exists("/tmp/matinee-evil.txt"));
        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(Output)!, "evil.txt")));
        AssertNothingLeft();
    }

    [Fact]
    public async Task Fetch_SymbolicLink_IsRefused()
    {
        Server.Zip = SampleZip.Build(zip =>
        {
            ZipArchiveEntry link = zip.CreateEntry("ml-latest-small/ratings.csv");
            link.ExternalAttributes = (0xA000 | 0x1FF) << 16;
            using var writer = new StreamWriter(link.Open());
            writer.Write("/etc/passwd");
        });

        string message = await FailAsync();

        Assert.Contains("is a link", message, StringComparison.Ordinal);
        AssertNothingLeft();
    }

    [Fact]
    public async Task Fetch_UnpacksToTooMuch_IsRefusedBeforeWriting()
    {
        Server.Zip = SampleZip.Of(("ml-latest-small/ratings.csv", new string('0', 1_000_001)));

        string message = await FailAsync(Options with { Unpack = new UnpackLimits { Bytes = 1_000_000 } });

        Assert.Contains("more than 1.0 MB", message, StringComparison.Ordinal);
        AssertNothingLeft();
    }

    [Fact]
    public async Task Fetch_SizeInTheDirectoryIsALie_StopsAtTheClaimedSize()
    {
        // The size after unpacking stands at offset 24 of an entry of the central directory (signature PK 1 2).
        byte[] zip = SampleZip.Of(("ml-latest-small/ratings.csv", new string('0', 1_000_000)));
        int directory = zip.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(directory + 24), 10);
        Server.Zip = zip;

        string message = await FailAsync();

        Assert.Contains("was not unpacked", message, StringComparison.Ordinal);
        AssertNothingLeft();
    }

    [Fact]
    public async Task Fetch_TooManyEntries_IsRefused()
    {
        string message = await FailAsync(Options with { Unpack = new UnpackLimits { Entries = 2 } });

        Assert.Contains("3 entries", message, StringComparison.Ordinal);
        AssertNothingLeft();
    }

    [Fact]
    public async Task Fetch_OneByteOfAFileFlipped_IsNoticedByItsCrc()
    {
        byte[] zip = SampleZip.Build(archive =>
        {
            ZipArchiveEntry entry = archive.CreateEntry("ml-latest-small/ratings.csv", CompressionLevel.NoCompression);
            using Stream stream = entry.Open();
            stream.Write(new byte[1000]);
        });
        zip[500] ^= 1;
        Server.Zip = zip;

        string message = await FailAsync();

        Assert.Contains("'ml-latest-small/ratings.csv' is damaged", message, StringComparison.Ordinal);
        AssertNothingLeft();
    }

    [Fact]
    public async Task Fetch_TwoFilesOfOneName_IsRefused()
    {
        Server.Zip = SampleZip.Of(("ml-latest-small/ratings.csv", "a"), ("ml-latest-small/Ratings.csv", "b"));

        Assert.Contains("same name", await FailAsync(), StringComparison.Ordinal);
        AssertNothingLeft();
    }

    [Fact]
    public async Task Fetch_ZipOfSomethingElse_IsRefused()
    {
        Server.Zip = SampleZip.Of(("other/readme.txt", "hello"));

        Assert.Contains("holds no ratings.csv", await FailAsync(), StringComparison.Ordinal);
        AssertNothingLeft();
    }

    [Theory]
    [InlineData("ml-10M100K/")]
    [InlineData("")]
    public async Task Fetch_AnyTopFolderOrNone_LandsInTheDatasetsFolder(string top)
    {
        Server.Zip = SampleZip.Of(($"{top}ratings.csv", "r"), ($"{top}sub/more.txt", "m"), ("__MACOSX/x", "junk"));

        await FetchAsync();

        Assert.Equal("r", File.ReadAllText(Path.Combine(Folder, "ratings.csv")));
        Assert.Equal("m", File.ReadAllText(Path.Combine(Folder, "sub", "more.txt")));
        Assert.Equal(2, Directory.GetFileSystemEntries(Folder).Length);
    }

    [Fact]
    public void Value_OfTheStandardCheckString_IsTheStandardCheckValue()
    {
        var crc = new Crc32();
        crc.Append("12345"u8);
        crc.Append("6789"u8);

        Assert.Equal(0xCBF43926u, crc.Value);
    }
}
