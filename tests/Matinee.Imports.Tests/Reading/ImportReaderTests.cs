using System.Text;
using Matinee.Core;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Tests.Reading;

public class ImportReaderTests
{
    private const string Header = "Date,Name,Year,Letterboxd URI,Rating\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Read_TextWithAMark_IsReadInItsEncoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Header + "2023-05-01,Amélie,2001,u,4\n")];
        Assert.Equal("Amélie", Assert.Single(ImportReader.Read("ratings.csv", bytes).Rows).Title);
    }

    [Fact]
    public void Read_Windows1252_ReadsItsOwnLetters()
    {
        byte[] bytes =
        [
            .. Encoding.ASCII.GetBytes(Header + "2023-05-01,"),
            0x93,
            (byte)'M',
            0x94,
            .. Encoding.ASCII.GetBytes(",1931,u,4\n"),
        ];
        Assert.Equal("“M”", Assert.Single(ImportReader.Read("ratings.csv", bytes).Rows).Title);
    }

    [Fact]
    public void Read_ColumnsInAnyOrderAndSeparator_FindsThemByName()
    {
        ImportedRow row = Assert.Single(
            Exports.Read("ratings.csv", "\n  \nRATING;name;Extra;YEAR;letterboxd uri\r\n\r\n4,5;Heat;x;1995;u\r\n").Rows
        );
        Assert.Equal(("Heat", 1995, 4.5f, 5), (row.Title, row.Year, row.Stars, row.Place.Row));
    }

    [Fact]
    public void Read_RowsOfOtherWidths_AreSkippedByName() =>
        Assert.Equal(
            [
                "ratings.csv:2 2023-05-01,Heat,1995,u: It has 4 fields where the header has 5.",
                "ratings.csv:3 2023-05-01,Heat,1995,u,4,5: It has 6 fields where the header has 5.",
            ],
            Exports
                .Read(
                    "ratings.csv",
                    Header + "2023-05-01,Heat,1995,u\n2023-05-01,Heat,1995,u,4,5\n2023-05-01,M,1931,u,4\n"
                )
                .Reasons()
        );

    [Theory]
    [InlineData("2023-05-01,\"Heat,1995,u,4\n2023-05-01,M,1931,u,4\n")]
    [InlineData("2023-05-01,Heat,1995,u,\"4\n2023-05-01,M,1931,u,4\n")]
    [InlineData("2023-05-01,Heat,1995,u\",4\n2023-05-01,M,1931,u\",4\n")]
    public void Read_QuotationMarkLeftOpen_NamesTheLine(string lines) =>
        Assert.Contains("line 2", Exports.Error("ratings.csv", Header + lines), StringComparison.Ordinal);

    [Theory]
    [InlineData("colour,shape\nred,round\n", "names colour, shape")]
    [InlineData("movieId,imdbId,tmdbId\n1,0114709,862\n", "names movieId, imdbId, tmdbId")]
    [InlineData("{\"a\":1}", "JSON that begins with")]
    [InlineData("<html>", "XML or a page")]
    [InlineData("", "it is empty")]
    [InlineData("\0\u0001\u0002", "it is no text")]
    public void Read_UnknownFile_SaysWhatItLooksLikeAndWhatCanBeRead(string text, string look)
    {
        string error = Exports.Error("file.bin", text);
        Assert.Contains(look, error, StringComparison.Ordinal);
        Assert.Contains("reads exports of Letterboxd", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnknownFileOfManyWords_SaysSoInFew() =>
        Assert.InRange(Exports.Error("file.csv", string.Join(',', Enumerable.Repeat("column", 100))).Length, 150, 260);

    [Theory]
    [InlineData("Date,Name,Year,Letterboxd URI,Rating\nsoon,Heat,1995,u,4\n,M,1931,u,4\n")]
    [InlineData("Title,Year,Rating,WatchedDate\nHeat,1995,4,soon\nM,1931,4,\n")]
    [InlineData("Const,Your Rating,Date Rated\ntt1,5,soon\ntt2,5,\n")]
    [InlineData("TMDb ID,Name,Release Date,Your Rating,Date Rated\n949,Heat,1995-12-15,8,soon\n832,M,1931-05-11,8,\n")]
    [InlineData("movieId,rating,timestamp\n6,4,soon\n7,4,\n")]
    [InlineData("Title,Sort title,User Rating,View Count,Last Viewed at\nHeat,Heat,8,1,soon\nM,M,8,1,N/A\n")]
    public void Read_DateThatIsNone_IsCountedInANote(string text)
    {
        ImportedFile file = Exports.Read("ratings.csv", text);

        Assert.Equal([null, null], file.Rows.Select(row => row.Time));
        Assert.Contains("Dates that can't be read, left out: 1.", file.Notes);
    }

    [Fact]
    public void Read_FilesOfSeveralSources_SaysWhyOneIsNotRead() =>
        Assert.Equal(
            ["Not read: notes.txt.", "Not read, as they are of another source: imdb.csv."],
            Exports
                .ReadZip(
                    ("imdb.csv", "Const,Your Rating\ntt1,5\n"),
                    ("notes.txt", "nothing of use"),
                    ("plex.csv", "Title,Sort title,View Count\nHeat,Heat,1\n")
                )
                .Notes
        );

    [Fact]
    public void Read_MoreRowsThanAllowed_SaysHowManyAre() =>
        Assert.Contains(
            "more than 2 rows",
            Assert
                .Throws<MatineeException>(() =>
                    ImportReader.Read("ids.txt", "tt1\ntt2\nx\n"u8.ToArray(), new ImportLimits { Rows = 2 })
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_LongerFieldThanAllowed_SaysHowLongItIs() =>
        Assert.Contains(
            "has 11 letters; 10 are",
            Assert
                .Throws<MatineeException>(() =>
                    ImportReader.Read(
                        "ratings.csv",
                        Encoding.UTF8.GetBytes(
                            Header
                                + "2023-05-01,Elevenletter,1995,u,4\n".Replace(
                                    "letter",
                                    "lette",
                                    StringComparison.Ordinal
                                )
                        ),
                        new ImportLimits { FieldLetters = 10 }
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void ReadPath_UnpackedExport_IsReadAsItsZipIs()
    {
        string folder = Directory.CreateTempSubdirectory("matinee import ").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "likes"));
            File.WriteAllText(Path.Combine(folder, "ratings.csv"), Header + "2023-05-01,Heat,1995,u,4\n");
            File.WriteAllText(
                Path.Combine(folder, "likes", "films.csv"),
                "Date,Name,Year,Letterboxd URI\n2023-05-01,M,1931,u\n"
            );
            File.CreateSymbolicLink(Path.Combine(folder, "watched.csv"), Path.Combine(folder, "likes", "films.csv"));
            Assert.Equal(
                ["likes/films.csv:2", "ratings.csv:2"],
                ImportReader.ReadPath(folder).Rows.Select(row => row.Place.ToString())
            );
            Assert.Single(ImportReader.ReadPath(Path.Combine(folder, "ratings.csv")).Rows);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void ReadPath_NothingThere_SaysSo() =>
        Assert.Contains(
            "no file or folder",
            Assert.Throws<MatineeException>(() => ImportReader.ReadPath("/nowhere/at/all")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() =>
            ImportReader.Read("ids.txt", "tt1\n"u8.ToArray(), cancellation: new CancellationToken(canceled: true))
        );
}
