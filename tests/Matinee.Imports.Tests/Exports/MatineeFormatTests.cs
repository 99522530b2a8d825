using System.Text;
using Matinee.Core;
using Matinee.Imports.Exports;
using Matinee.Imports.Tests.Libraries;

namespace Matinee.Imports.Tests.Exports;

public class MatineeFormatTests
{
    private static readonly ExportedFilm Matrix = new(2571, "The Matrix", 1999, "tt0133093", 603, 4.5f, 1714594473);

    [Fact]
    public void Read_MatineeJson_EveryField()
    {
        ImportedFile file = Texts.Read("m.json", Written(ExportFormat.Json, Matrix));

        Assert.Equal(ImportSource.Matinee, file.Source);
        Assert.Equivalent(
            new ImportedRow(new ImportPlace("m.json", 1))
            {
                Title = "The Matrix",
                Year = 1999,
                Numbers = new FilmNumbers(2571, 133093, 603),
                Stars = 4.5f,
                Time = 1714594473,
            },
            Texts.Only(file),
            strict: true
        );
    }

    [Theory]
    [InlineData("""{ "title": "X", "rating": 6 }""", "The rating 6 is not from 0.5 to 5.")]
    [InlineData("""{ "title": "X", "rating": "good" }""", "The rating 'good' is not a number.")]
    [InlineData("""{ "rating": 4 }""", "It names neither a title nor a number.")]
    [InlineData("7", "It names neither a title nor a number.")]
    public void Read_MatineeJsonFilmThatIsNone_IsSkipped(string film, string reason) =>
        Assert.Equal(
            reason,
            Assert
                .Single(
                    Texts.Read("m.json", $$"""{ "source": "matinee", "version": 1, "films": [ {{film}} ] }""").Skipped
                )
                .Reason
        );

    [Theory]
    [InlineData("""{ "source": "matinee", "version": 2, "films": [] }""", "version 2")]
    [InlineData("""{ "source": "matinee", "films": [] }""", "version none")]
    [InlineData("""{ "source": "matinee", "version": 1 }""", "no list of \"films\"")]
    [InlineData("""{ "source": "matinee", "version": 1, "films": [ {""", "no JSON")]
    public void Read_MatineeJsonThatIsNone_SaysWhatToDo(string text, string what) =>
        Assert.Contains(
            what,
            Assert.Throws<MatineeException>(() => Texts.Read("m.json", text)).Message,
            StringComparison.Ordinal
        );

    private static string Written(ExportFormat format, params ExportedFilm[] films)
    {
        var stream = new MemoryStream();
        FilmExport.Write(stream, format, films);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
