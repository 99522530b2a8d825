using Matinee.Core;
using Matinee.Imports.Tests.Libraries;

namespace Matinee.Imports.Tests.Plex;

public class PlexFormatTests
{
    private const string Matrix = """
        <Video ratingKey="1" guid="plex://movie/5d776826880197001ec90a4e" type="movie" title="Matrix" originalTitle="The Matrix"
            year="1999" rating="8.3" audienceRating="8.5" userRating="7.0" viewCount="2" lastViewedAt="1577999405" lastRatedAt="1577923200">
          <Media id="1"><Part id="1" file="/m/x.mkv"/></Media>
          <Guid id="imdb://tt0133093"/><Guid id="tmdb://603"/><Guid id="tvdb://169"/>
          <Genre tag="Action"/>
        </Video>
        """;

    [Fact]
    public void Read_Xml_EveryField()
    {
        ImportedFile file = Xml(Matrix);

        Assert.Equal(ImportSource.Plex, file.Source);
        Assert.Equivalent(
            new ImportedRow(new ImportPlace("all.xml", 1))
            {
                Title = "Matrix",
                OtherTitles = ["The Matrix"],
                Year = 1999,
                Numbers = new FilmNumbers(Imdb: 133093, Tmdb: 603),
                Stars = 3.5f,
                Time = 1577999405,
                Facts = FilmFacts.Owned | FilmFacts.Watched,
            },
            Texts.Only(file),
            strict: true
        );
    }

    [Theory]
    [InlineData("com.plexapp.agents.imdb://tt0133093?lang=en", 133093L, null)]
    [InlineData("com.plexapp.agents.themoviedb://603?lang=en", null, 603)]
    [InlineData("plex://movie/5d776826880197001ec90a4e", null, null)]
    [InlineData("local://12", null, null)]
    [InlineData("com.plexapp.agents.thetvdb://121361/1/1?lang=en", null, null)]
    public void Read_XmlGuid_OfOldAndNewAgents(string name, long? imdb, int? tmdb) =>
        Assert.Equal(
            new FilmNumbers(Imdb: imdb, Tmdb: tmdb),
            Texts.Only(Xml($"<Video type=\"movie\" title=\"M\" guid=\"{name}\"/>")).Numbers
        );

    [Fact]
    public void Read_XmlNotViewed_IsOwned()
    {
        ImportedRow row = Texts.Only(
            Xml(
                "<Video type=\"movie\" title=\"M\" userRating=\"9\" lastViewedAt=\"1577999405\" lastRatedAt=\"1577923200\"/>"
            )
        );

        Assert.Equal(FilmFacts.Owned, row.Facts);
        Assert.Equal(1577923200, row.Time);
        Assert.Equal(4.5f, row.Stars);
    }

    [Theory]
    [InlineData(
        "<Directory type=\"show\" title=\"X\"><Genre tag=\"a\"/></Directory>",
        "A television series, not a film."
    )]
    [InlineData("<Video type=\"episode\" title=\"X\"/>", "An episode of a series, not a film.")]
    [InlineData("<Directory type=\"collection\" title=\"X\"/>", "A collection of films, not a film.")]
    [InlineData("<Track type=\"track\" title=\"X\"/>", "Music, not a film.")]
    [InlineData("<Video type=\"clip\" title=\"X\"/>", "Not a film, but <Video> of type 'clip'.")]
    public void Read_XmlWithoutFilm_IsSkippedWithAReason(string entry, string reason)
    {
        ImportedFile file = Xml(entry + Matrix);

        Assert.Equal([new SkippedRow(new ImportPlace("all.xml", 1), "X", reason)], file.Skipped);
        Assert.Equal(2, Assert.Single(file.Rows).Place.Row);
    }

    [Theory]
    [InlineData("<MediaContainer size=\"1\"><Video type=\"movie\" title=\"M\"/>")]
    [InlineData("<MediaContainer><Video type=\"movie\" title=\"A & B\"/></MediaContainer>")]
    [InlineData(
        "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><MediaContainer><Video title=\"&y;\"/></MediaContainer>"
    )]
    [InlineData("<a><MediaContainer/></a>")]
    public void Read_XmlThatIsNone_SaysWhatToDo(string text) =>
        Assert.Matches(
            "^all.xml.* (Export|Save) ",
            Assert.Throws<MatineeException>(() => Texts.Read("all.xml", text)).Message
        );

    [Fact]
    public void Read_XmlNestedDeeply_IsRefused() =>
        Assert.Throws<MatineeException>(() => Xml(string.Concat(Enumerable.Repeat("<Video>", 100_000))));

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('|')]
    [InlineData('\t')]
    public void Read_Table_EveryField(char separator)
    {
        string text = """
            Media ID;Title;Sort title;Original Title;Content Rating;Year;Guid;GUIDs;User Rating;View Count;Last Viewed at
            1;Matrix;Matrix;The Matrix;R;1999;plex://movie/5d;"imdb://tt0133093 tmdb://603";7.0;2;2020-01-02 21:10:05
            """.Replace(';', separator);

        ImportedFile file = Texts.Read("movies.csv", text);

        Assert.Equal(ImportSource.Plex, file.Source);
        Assert.Equivalent(
            new ImportedRow(new ImportPlace("movies.csv", 2))
            {
                Title = "Matrix",
                OtherTitles = ["The Matrix"],
                Year = 1999,
                Numbers = new FilmNumbers(Imdb: 133093, Tmdb: 603),
                Stars = 3.5f,
                Time = 1577999405,
                Facts = FilmFacts.Owned | FilmFacts.Watched,
            },
            Texts.Only(file),
            strict: true
        );
    }

    [Fact]
    public void Read_TableOfWebTools_NotAvailableIsNothing()
    {
        ImportedRow row = Texts.Only(
            Texts.Read(
                "movies.csv",
                "Key,Title,Original Title,Year,IMDB ID,TMDB ID,User Rating,View Count,Last Viewed at\n1,Heat,N/A,1995,tt0113277,949,N/A,N/A,N/A\n"
            )
        );

        Assert.Equal("Heat", row.Title);
        Assert.Empty(row.OtherTitles);
        Assert.Equal(new FilmNumbers(Imdb: 113277, Tmdb: 949), row.Numbers);
        Assert.Null(row.Stars);
        Assert.Null(row.Time);
        Assert.Equal(FilmFacts.Owned, row.Facts);
    }

    [Fact]
    public void Read_TableOfSeries_IsSkipped()
    {
        ImportedFile file = Texts.Read(
            "episodes.csv",
            "Media ID;Series Title;Title;Sort title;Year\n1;Lost;Pilot;Pilot;2004\n2;;Heat;Heat;1995\n"
        );

        Assert.Equal(
            [new SkippedRow(new ImportPlace("episodes.csv", 2), "Pilot", "Television, not a film.")],
            file.Skipped
        );
        Assert.Equal("Heat", Assert.Single(file.Rows).Title);
    }

    [Fact]
    public void Read_TableWithAWrongRow_SkipsIt()
    {
        ImportedFile file = Texts.Read("movies.csv", "Media ID;Title;Sort title;Year\n1;Heat;Heat\n2;Ran;Ran;1985\n");

        Assert.Equal("It has 3 fields where the header has 4.", Assert.Single(file.Skipped).Reason);
        Assert.Equal("Ran", Assert.Single(file.Rows).Title);
    }

    private static ImportedFile Xml(string entries) =>
        Texts.Read(
            "all.xml",
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<MediaContainer size=\"1\">{entries}</MediaContainer>\n"
        );
}
