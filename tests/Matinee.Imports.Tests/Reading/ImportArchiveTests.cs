using System.Buffers.Binary;
using System.IO.Compression;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Tests.Reading;

public class ImportArchiveTests
{
    private const string Ratings = "Date,Name,Year,Letterboxd URI,Rating\n2023-05-01,Heat,1995,u,4\n";
    private static readonly ImportLimits Small = new()
    {
        UnpackedBytes = 1000,
        Entries = 3,
        FileBytes = 100_000,
    };

    [Theory]
    [InlineData("../ratings.csv")]
    [InlineData("/ratings.csv")]
    [InlineData("a/../../ratings.csv")]
    [InlineData("C:/ratings.csv")]
    [InlineData(@"..\ratings.csv")]
    [InlineData("rat\0ings.csv")]
    public void Read_NameThatLeadsOut_IsPassedOverWithANote(string name)
    {
        ImportedFile file = Exports.ReadZip(("ratings.csv", Ratings), (name, Ratings));
        Assert.Single(file.Rows);
        Assert.Contains("was passed over: the name leads out", Assert.Single(OfFiles(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Link_IsPassedOverWithANote()
    {
        byte[] zip = SampleZip.Build(archive =>
        {
            Write(archive.CreateEntry("ratings.csv"), Ratings);
            ZipArchiveEntry link = archive.CreateEntry("watched.csv");
            Write(link, "/etc/passwd");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
        });
        Assert.Contains(
            "or it is a link",
            Assert.Single(OfFiles(ImportReader.Read("a.zip", zip))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_SameNameTwice_ReadsTheFirst()
    {
        ImportedFile file = Exports.ReadZip(("ratings.csv", Ratings), ("ratings.csv", Ratings));
        Assert.Single(file.Rows);
        Assert.Equal(["ratings.csv was in the archive more than once: the first was read."], OfFiles(file));
    }

    [Fact]
    public void Read_ArchiveInAnArchive_IsNotOpened() =>
        Assert.Equal(
            ["Not read: inner.zip."],
            OfFiles(
                ImportReader.Read(
                    "a.zip",
                    SampleZip.Build(archive =>
                    {
                        Write(archive.CreateEntry("ratings.csv"), Ratings);
                        using Stream stream = archive.CreateEntry("inner.zip").Open();
                        stream.Write(Exports.Zip(("diary.csv", Ratings)));
                    })
                )
            )
        );

    [Fact]
    public void Read_Bomb_StopsAtTheLimit() =>
        Assert.Contains(
            "unpacks to more than 1000 bytes",
            Exports.Error(Exports.Zip(("ratings.csv", Ratings + new string('\n', 1_000_000))), Small),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(24, 10u)]
    [InlineData(24, 4_000_000_000u)]
    [InlineData(16, 12345u)]
    public void Read_LyingHeader_IsDamage(int offset, uint value)
    {
        byte[] zip = Exports.Zip(("ratings.csv", Ratings));
        int entry = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(entry + offset), value);
        Assert.Contains("can't be unpacked", Exports.Error(zip), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 1, "is encrypted")]
    [InlineData(10, 14, "another way than zip's usual Deflate")]
    public void Read_EncryptedOrPackedOtherwise_SaysWhatToDo(int offset, ushort value, string problem)
    {
        byte[] zip = Exports.Zip(("ratings.csv", Ratings));
        int entry = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(entry + offset), value);
        Assert.Contains(problem, Exports.Error(zip), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TooManyEntries_SaysHowMany() =>
        Assert.Contains(
            "holds 4 files; 3 are",
            Exports.Error(Exports.Zip(("a", ""), ("b", ""), ("c", ""), ("d", "")), Small),
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_TooLargeAFile_SaysHowLarge() =>
        Assert.Contains(
            "has 100001 bytes; 100000 are",
            Exports.Error(new byte[100_001], Small),
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_CutArchive_IsDamage() =>
        Assert.Contains(
            "can't be unpacked",
            Exports.Error(Exports.Zip(("ratings.csv", Ratings))[..60]),
            StringComparison.Ordinal
        );

    private static void Write(ZipArchiveEntry entry, string text)
    {
        using var writer = new StreamWriter(entry.Open());
        writer.Write(text);
    }

    // Without what is said of ratings.
    private static IEnumerable<string> OfFiles(ImportedFile file) =>
        file.Notes.Where(note => !note.Contains("half stars", StringComparison.Ordinal));
}
