using System.Text;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Tests.Reading;

public class ImdbReadingTests
{
    private const string Header =
        "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors\n";

    [Fact]
    public void Read_NewRatings_HalvesStarsAndKeepsTheOriginalTitle()
    {
        ImportedFile file = Exports.Read(
            "f3a1.csv",
            Header
                + "tt0113277,9,2023-05-01,Heat,Heat,https://www.imdb.com/title/tt0113277/,Movie,8.3,170,1995,\"Action, Crime\",700000,1995-12-15,Michael Mann\n"
                + "tt0211915,7,2023-05-02,Amélie,Le fabuleux destin d'Amélie Poulain,u,movie,8.3,122,2001,Comedy,700000,2001-04-25,J\n"
                + "tt0903747,10,2023-05-03,Breaking Bad,Breaking Bad,u,TV Series,9.5,49,2008,Drama,2,2008-01-20,\n"
                + "tt0959621,10,2023-05-03,Pilot,Pilot,u,tvEpisode,9.0,58,2008,Drama,2,2008-01-20,\n"
                + "tt0113278,11,2023-05-03,Eleven,Eleven,u,Movie,9.0,58,2008,Drama,2,2008-01-20,\n"
        );
        Assert.Equal(ImportSource.Imdb, file.Source);
        Assert.Equal(
            [
                "f3a1.csv:2 | Heat | 1995 | ml  tt 113277 tmdb  | 4.5 | 2023-05-01 | None",
                "f3a1.csv:3 | Amélie / Le fabuleux destin d'Amélie Poulain | 2001 | ml  tt 211915 tmdb  | 3.5 | 2023-05-02 | None",
            ],
            file.Lines()
        );
        Assert.Equal(
            [
                "f3a1.csv:4 Breaking Bad: A television series, not a film.",
                "f3a1.csv:5 Pilot: An episode, not a film.",
                "f3a1.csv:6 Eleven: The rating 11 is not from 1 to 10.",
            ],
            file.Reasons()
        );
        Assert.Equal(["IMDb's 1 to 10 became half stars: 7 is 3.5."], file.Notes);
    }

    [Fact]
    public void Read_OldRatingsInLatin1_ReadsLettersAndDates()
    {
        const string Text =
            "\"position\",\"const\",\"created\",\"modified\",\"description\",\"Title\",\"Title type\",\"Directors\",\"You rated\",\"IMDb Rating\",\"Runtime (mins)\",\"Year\",\"Genres\",\"Num. Votes\",\"Release Date (month/day/year)\",\"URL\"\n"
            + "\"1\",\"tt0211915\",\"Sat Mar 12 00:00:00 2011\",\"\",\"\",\"Amélie\",\"Feature Film\",\"J\",\"8\",\"8.3\",\"122\",\"2001\",\"comedy\",\"7\",\"2001-04-25\",\"u\"\n";
        Assert.Equal(
            ["ratings.csv:2 | Amélie | 2001 | ml  tt 211915 tmdb  | 4 | 2011-03-12 | None"],
            ImportReader.Read("ratings.csv", Encoding.Latin1.GetBytes(Text)).Lines()
        );
    }

    [Fact]
    public void Read_Watchlist_IsWantedWhereNotRated() =>
        Assert.Equal(
            [
                "w.csv:2 | Heat | 1995 | ml  tt 113277 tmdb  |  | 2023-05-01 | Wanted",
                "w.csv:3 | M | 1931 | ml  tt 22100 tmdb  | 5 | 2023-06-01 | None",
            ],
            Exports
                .Read(
                    "w.csv",
                    "Position,Const,Created,Modified,Description,Title,Title Type,Year,Your Rating,Date Rated\n1,tt0113277,2023-05-01,2023-05-01,,Heat,Movie,1995,,\n2,tt0022100,2023-05-01,2023-05-01,,M,Movie,1931,10,2023-06-01\n"
                )
                .Lines()
        );

    [Fact]
    public void Read_ListOfNumbers_IsWantedAndNamesOtherLines()
    {
        ImportedFile file = Exports.Read("ids.txt", "tt0113277\n\nhttps://www.imdb.com/title/tt0022100/?ref=1\nheat\n");
        Assert.Equal(
            [
                "ids.txt:1 |  |  | ml  tt 113277 tmdb  |  | - | Wanted",
                "ids.txt:3 |  |  | ml  tt 22100 tmdb  |  | - | Wanted",
            ],
            file.Lines()
        );
        Assert.Equal(["ids.txt:4 heat: It is not a number such as tt0114709."], file.Reasons());
    }

    [Theory]
    [InlineData("2023-05-01", 1682899200L)]
    [InlineData("5/1/2023", 1682899200L)]
    [InlineData("13/5/2023", 1683936000L)]
    [InlineData("1 May 2023", 1682899200L)]
    [InlineData("Mon May 1 00:00:00 2023", 1682899200L)]
    [InlineData("2023-05-01T12:30:00Z", 1682944200L)]
    [InlineData("2023-05-01T12:30:00.000+02:00", 1682937000L)]
    [InlineData("1899-05-01", null)]
    [InlineData("2100-01-01", null)]
    [InlineData("soon", null)]
    public void Of_DatesAsWritten_GivesSecondsOrNothing(string text, long? seconds) =>
        Assert.Equal(seconds, ImportTime.Of(text));

    [Theory]
    [InlineData("movie", true)]
    [InlineData("TV Movie", true)]
    [InlineData("tvMovie", true)]
    [InlineData("Video", true)]
    [InlineData("short", true)]
    [InlineData("TV Mini Series", false)]
    [InlineData("videoGame", false)]
    [InlineData("Podcast Episode", false)]
    public void Read_TitleType_TellsFilmsFromOthers(string type, bool film) =>
        Assert.Equal(film ? 1 : 0, Exports.Read("r.csv", $"Const,Your Rating,Title Type\ntt1,5,{type}\n").Rows.Count);
}
