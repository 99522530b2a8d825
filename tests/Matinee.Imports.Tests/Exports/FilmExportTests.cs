using System.Text;
using System.Text.Json;
using Matinee.Core;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Imports.Exports;

namespace Matinee.Imports.Tests.Exports;

public class FilmExportTests
{
    // 2016-03-05 23:59:59 UTC.
    private const long Evening = 1_457_222_399;

    private static readonly ExportedFilm Matrix = new(2571, "The Matrix", 1999, "tt0133093", 603, 4.5f, Evening);

    [Fact]
    public void Of_CatalogueTitle_ReadsAsPeopleSayIt()
    {
        var movie = new Movie
        {
            Id = new ItemId(29),
            Title = "City of Lost Children, The (Cité des enfants perdus, La) (1995)",
            Year = 1995,
            ImdbId = "0112682",
            TmdbId = 902,
        };

        Assert.Equal(
            new ExportedFilm(29, "The City of Lost Children", 1995, "tt0112682", 902, 3.5f, 7),
            ExportedFilm.Of(movie, 3.5f, 7)
        );
    }

    [Fact]
    public void Of_NoNumbersAndNoRating_HasNone()
    {
        var movie = new Movie { Id = new ItemId(5), Title = "Home Video" };

        Assert.Equal(
            new ExportedFilm(5, "Home Video", null, null, null, null, null),
            ExportedFilm.Of(movie, null, null)
        );
    }

    [Fact]
    public void Write_Letterboxd_HasItsColumnsAndTheDayInUtc() =>
        Assert.Equal(
            "tmdbID,imdbID,Title,Year,Rating,WatchedDate,MatineeID\r\n603,tt0133093,The Matrix,1999,4.5,2016-03-05,2571\r\n",
            Written(ExportFormat.Letterboxd, Matrix)
        );

    [Fact]
    public void Write_LetterboxdNotRated_HasNoDay() =>
        Assert.EndsWith(
            "\r\n603,tt0133093,The Matrix,1999,,,2571\r\n",
            Written(ExportFormat.Letterboxd, Matrix with { Stars = null }),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Good, Bad", "\"Good, Bad\"")]
    [InlineData("\"Crocodile\" Dundee", "\"\"\"Crocodile\"\" Dundee\"")]
    [InlineData("Two\nLines", "\"Two\nLines\"")]
    [InlineData("Amélie 🎬", "Amélie 🎬")]
    [InlineData(" Space", "\" Space\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-30-", "'-30-")]
    [InlineData("@Suicide Room", "'@Suicide Room")]
    [InlineData("\t=HYPERLINK(\"a\",\"b\")", "\"'\t=HYPERLINK(\"\"a\"\",\"\"b\"\")\"")]
    [InlineData("'Round Midnight", "'Round Midnight")]
    [InlineData("X-Men = Good", "X-Men = Good")]
    public void Write_AwkwardTitle_IsOneCellThatNoSpreadsheetRuns(string title, string cell) =>
        Assert.EndsWith(
            $"\r\n,,{cell},,5,,1\r\n",
            Written(ExportFormat.Letterboxd, new ExportedFilm(1, title, null, null, null, 5, null)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Write_NamelessFilm_IsCountedAndLeftOutOfLetterboxd()
    {
        using var stream = new MemoryStream();

        int left = FilmExport.Write(
            stream,
            ExportFormat.Letterboxd,
            [new ExportedFilm(1, " ", 1999, null, null, 5, null), new ExportedFilm(2, "", null, null, 603, 5, null)]
        );

        Assert.Equal(1, left);
        Assert.EndsWith("ID\r\n603,,,,5,,2\r\n", Text(stream), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ImdbIds_CountsFilmsWithoutOne()
    {
        using var stream = new MemoryStream();

        int left = FilmExport.Write(
            stream,
            ExportFormat.ImdbIds,
            [Matrix, Matrix with { ImdbId = null }, Matrix with { ImdbId = "tt0114709" }]
        );

        Assert.Equal(1, left);
        Assert.Equal("tt0133093\ntt0114709\n", Text(stream));
    }

    [Fact]
    public void Write_Json_HasEveryFieldThatIsKnown()
    {
        using var stream = new MemoryStream();
        int left = FilmExport.Write(
            stream,
            ExportFormat.Json,
            [Matrix, new ExportedFilm(7, "\"=Größe\"\n🎬", null, null, null, null, null)]
        );

        Assert.Equal(0, left);
        using JsonDocument json = JsonDocument.Parse(stream.ToArray());
        Assert.Equal("matinee", json.RootElement.GetProperty("source").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("version").GetInt32());
        JsonElement[] films = [.. json.RootElement.GetProperty("films").EnumerateArray()];
        Assert.Equal(
            """{"movieId":2571,"title":"The Matrix","year":1999,"imdbId":"tt0133093","tmdbId":603,"rating":4.5,"ratedAt":"2016-03-05T23:59:59Z"}""",
            JsonSerializer.Serialize(films[0])
        );
        Assert.Equal(["movieId", "title"], films[1].EnumerateObject().Select(property => property.Name));
        Assert.Equal("\"=Größe\"\n🎬", films[1].GetProperty("title").GetString());
    }

    [Theory]
    [InlineData(ExportFormat.Letterboxd)]
    [InlineData(ExportFormat.ImdbIds)]
    [InlineData(ExportFormat.Json)]
    public void Write_AnyFormat_HasNoByteOrderMarkAndLeavesTheStreamOpen(ExportFormat format)
    {
        using var stream = new MemoryStream();

        FilmExport.Write(stream, format, [Matrix]);

        Assert.True(stream.CanWrite);
        Assert.NotEqual(0xEF, stream.ToArray()[0]);
    }

    [Theory]
    [InlineData("letterboxd", ExportFormat.Letterboxd, "-letterboxd.csv", "text/csv; charset=utf-8")]
    [InlineData("IMDB-IDs", ExportFormat.ImdbIds, "-imdb.txt", "text/plain; charset=utf-8")]
    [InlineData("json", ExportFormat.Json, ".json", "application/json")]
    public void Parse_Name_HasItsEndingAndContentType(string name, ExportFormat format, string ending, string type)
    {
        Assert.Equal(format, ExportFormats.Parse(name));
        Assert.Equal(ending, ExportFormats.EndingOf(format));
        Assert.Equal(type, ExportFormats.ContentTypeOf(format));
    }

    [Theory]
    [InlineData("xml")]
    [InlineData("")]
    [InlineData("0")]
    public void Parse_OtherName_NamesThoseThereAre(string name)
    {
        var exception = Assert.Throws<MatineeException>(() => ExportFormats.Parse(name));

        Assert.Equal($"There is no export format '{name}'. Choose letterboxd, imdb-ids or json.", exception.Message);
    }

    private static string Written(ExportFormat format, ExportedFilm film)
    {
        using var stream = new MemoryStream();
        Assert.Equal(0, FilmExport.Write(stream, format, [film]));
        return Text(stream);
    }

    private static string Text(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray());
}
