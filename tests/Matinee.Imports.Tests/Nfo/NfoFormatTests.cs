using System.Text;
using Matinee.Imports.Reading;
using Matinee.Imports.Tests.Libraries;

namespace Matinee.Imports.Tests.Nfo;

public class NfoFormatTests
{
    private const string Matrix = """
        <?xml version="1.0" encoding="utf-8" standalone="yes"?>
        <!-- written by hand -->
        <movie>
          <plot><![CDATA[A <b>hacker</b> & more]]></plot>
          <title>Matrix</title>
          <originaltitle>The Matrix</originaltitle>
          <rating>8.7</rating>
          <ratings><rating name="imdb" max="10"><value>8.7</value></rating></ratings>
          <userrating>9</userrating>
          <year>1999</year>
          <premiered>2001-01-01</premiered>
          <uniqueid type="imdb" default="true">tt0133093</uniqueid>
          <uniqueid type="tmdb">603</uniqueid>
          <uniqueid type="tvdb">169</uniqueid>
          <set><name>The Matrix Collection</name></set>
          <actor><name>Keanu Reeves</name><tmdbid>6384</tmdbid><title>Neo</title></actor>
          <isuserfavorite>true</isuserfavorite>
          <watched>true</watched>
          <playcount>2</playcount>
          <lastplayed>2020-01-02 21:10:05</lastplayed>
          <title>Another</title>
        </movie>
        """;

    [Fact]
    public void Read_MovieNfo_EveryField()
    {
        ImportedFile file = Texts.Read("movie.nfo", Matrix);

        Assert.Equal(ImportSource.Nfo, file.Source);
        Assert.Equivalent(
            new ImportedRow(new ImportPlace("movie.nfo", 1))
            {
                Title = "Matrix",
                OtherTitles = ["The Matrix"],
                Year = 1999,
                Numbers = new FilmNumbers(Imdb: 133093, Tmdb: 603),
                Stars = 4.5f,
                Time = 1577999405,
                Facts = FilmFacts.Owned | FilmFacts.Watched | FilmFacts.Liked,
            },
            Texts.Only(file),
            strict: true
        );
    }

    [Fact]
    public void Read_ByItsContent_NeedsNoName() =>
        Assert.Equal("Matrix", Texts.Only(Texts.Read("upload.xml", Matrix)).Title);

    [Theory]
    [InlineData("<imdbid>tt0133093</imdbid><tmdbid>603</tmdbid>", 133093L, 603)]
    [InlineData("<imdb_id>tt0133093</imdb_id><tmdb_id>603</tmdb_id>", 133093L, 603)]
    [InlineData("<id>tt0133093</id>", 133093L, null)]
    [InlineData("<id>603</id>", null, null)]
    [InlineData("<uniqueid>603</uniqueid><uniqueid type=\"imdb\"/>", null, null)]
    public void Read_Numbers_InAnySpelling(string xml, long? imdb, int? tmdb) =>
        Assert.Equal(new FilmNumbers(Imdb: imdb, Tmdb: tmdb), Movie(xml).Numbers);

    [Theory]
    [InlineData("<watched>false</watched><playcount>0</playcount>", false)]
    [InlineData("<watched>true</watched>", true)]
    [InlineData("<playcount>1</playcount>", true)]
    [InlineData("<playcount>many</playcount>", false)]
    [InlineData("", false)]
    public void Read_Watched_ByMarkOrCount(string xml, bool isWatched)
    {
        ImportedRow row = Movie(xml + "<lastplayed>2020-01-02</lastplayed>");

        Assert.Equal(isWatched, row.Facts.HasFlag(FilmFacts.Watched));
        Assert.Equal(isWatched ? 1577923200 : null, row.Time);
    }

    [Theory]
    [InlineData("<premiered>1999-03-31</premiered>", 1999)]
    [InlineData("<year>0</year><releasedate>1999-03-31</releasedate>", 1999)]
    [InlineData("<year>MCMXCIX</year>", null)]
    public void Read_Year_OrThatOfTheDate(string xml, int? year) => Assert.Equal(year, Movie(xml).Year);

    [Fact]
    public void Read_XmlWithAnAddressBehind_TakesItsNumbers()
    {
        ImportedRow row = Texts.Only(
            Texts.Read(
                "film.nfo",
                "<movie><title>Matrix</title></movie>\nhttps://www.themoviedb.org/movie/603-the-matrix?a=1&b=2\nhttps://www.imdb.com/de/title/tt0133093/\n"
            )
        );

        Assert.Equal("Matrix", row.Title);
        Assert.Equal(new FilmNumbers(Imdb: 133093, Tmdb: 603), row.Numbers);
    }

    [Fact]
    public void Read_AddressAlone_IsAFilmWithoutTitle()
    {
        ImportedRow row = Texts.Only(
            Texts.Read("film.nfo", "\uFEFF ░▒▓ release ▓▒░\nhttp://www.imdb.com/title/tt0133093/ & more\n")
        );

        Assert.Equal("", row.Title);
        Assert.Equal(new FilmNumbers(Imdb: 133093), row.Numbers);
        Assert.Equal(FilmFacts.Owned, row.Facts);
    }

    [Theory]
    [InlineData("<tvshow><title>X</title></tvshow>", "A television series, not a film.")]
    [InlineData("<episodedetails><title>X</title></episodedetails>", "An episode of a series, not a film.")]
    [InlineData("<musicvideo/>", "Music, not a film.")]
    [InlineData("<html><movie/></html>", "No film: the file speaks of <html>.")]
    [InlineData("https://www.themoviedb.org/tv/1396", "A television series, not a film.")]
    [InlineData("nothing of use", "It is no XML, and has no film's address at IMDb or TMDB.")]
    [InlineData("<movie/>", "It names neither a title nor a number.")]
    [InlineData("<movie><title>X</title>", "It is no well-formed XML without a DTD (line 1).")]
    [InlineData("<movie>\n<title>A & B</title></movie>", "It is no well-formed XML without a DTD (line 2).")]
    public void Read_WhatIsNoFilm_IsSkippedWithAReason(string text, string reason)
    {
        ImportedFile file = Zip(("a/movie.nfo", Matrix), ("b/movie.nfo", text));

        Assert.Equal("a/movie.nfo", Assert.Single(file.Rows).Place.File);
        SkippedRow skipped = Assert.Single(file.Skipped);
        Assert.Equal(new ImportPlace("b/movie.nfo", 1), skipped.Place);
        Assert.Equal(reason, skipped.Reason);
    }

    [Theory]
    [InlineData("", "(no title)")]
    [InlineData("<movie>\n<title>A & B</title></movie>", "A & B")]
    [InlineData("<tvshow><title>Dark</title></tvshow>", "Dark")]
    [InlineData("<musicvideo/>", "<musicvideo/>")]
    public void Read_WhatIsNoFilm_IsCalledByItsTitle(string text, string what) =>
        Assert.Equal(what, Assert.Single(Zip(("a/movie.nfo", Matrix), ("b/movie.nfo", text)).Skipped).What);

    [Fact]
    public void Read_Rating_SaysWhoseWereRescaled() =>
        Assert.Contains(
            "The files' ratings of up to 10 became half stars, to the nearest and ties up: 7 is 3.5, 8.5 is 4.5.",
            Zip(("movie.nfo", "<movie><title>X</title><userrating>7</userrating></movie>")).Notes
        );

    [Fact]
    public void Read_BillionLaughs_IsSkippedUnread()
    {
        string entities = string.Concat(
            Enumerable
                .Range(1, 9)
                .Select(n => $"<!ENTITY l{n} \"{string.Concat(Enumerable.Repeat($"&l{n - 1};", 10))}\">")
        );
        string bomb = $"<!DOCTYPE movie [<!ENTITY l0 \"lol\">{entities}]><movie><title>&l9;</title></movie>";

        ImportedFile file = Zip(("a/movie.nfo", Matrix), ("b/movie.nfo", bomb));

        Assert.Contains("DTD", Assert.Single(file.Skipped).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ExternalEntity_IsNeverFetched()
    {
        string secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "SECRET");
            string xml =
                $"<!DOCTYPE movie [<!ENTITY x SYSTEM \"{new Uri(secret)}\">]><movie><title>a&x;</title></movie>";

            ImportedFile file = Zip(("a/movie.nfo", Matrix), ("b/movie.nfo", xml));

            Assert.DoesNotContain("SECRET", Assert.Single(file.Skipped).ToString(), StringComparison.Ordinal);
            Assert.Single(file.Rows);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void Read_NestedDeeply_IsSkipped()
    {
        string deep = $"<movie><title>X</title>{string.Concat(Enumerable.Repeat("<a>", 50_000))}";

        Assert.Single(Zip(("a/movie.nfo", Matrix), ("b/movie.nfo", deep)).Skipped);
    }

    [Fact]
    public void Read_Latin1WithAnotherDeclaration_IsRead()
    {
        byte[] bytes = Encoding.Latin1.GetBytes(
            "<?xml version=\"1.0\" encoding=\"windows-1252\"?><movie><title>Amélie</title></movie>"
        );

        Assert.Equal("Amélie", Texts.Only(ImportReader.Read("movie.nfo", bytes)).Title);
    }

    [Fact]
    public void ReadPath_FolderOfFilms_ReadsItsNfosAndFollowsNoLink()
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("matinee nfo ");
        try
        {
            string films = Path.Combine(root.FullName, "Films");
            string outside = Path.Combine(root.FullName, "outside");
            Write(Path.Combine(films, "Matrix (1999)", "movie.nfo"), Matrix);
            Write(Path.Combine(films, "Matrix (1999)", "Matrix.mkv"), "not looked at");
            Write(Path.Combine(films, "Matrix (1999)", "notes.txt"), "tmdbID,Title\n1,x\n");
            Write(
                Path.Combine(films, "Heat (1995)", "Heat.NFO"),
                "<movie><title>Heat</title><year>1995</year></movie>"
            );
            Write(Path.Combine(outside, "movie.nfo"), "<movie><title>Elsewhere</title></movie>");
            Directory.CreateSymbolicLink(Path.Combine(films, "linked"), outside);
            Directory.CreateSymbolicLink(Path.Combine(films, "circle"), films);
            File.CreateSymbolicLink(Path.Combine(films, "linked.nfo"), Path.Combine(outside, "movie.nfo"));

            ImportedFile file = ImportReader.ReadPath(films);

            Assert.Equal(["Heat", "Matrix"], file.Rows.Select(row => row.Title));
            Assert.Equal("Heat (1995)/Heat.NFO", file.Rows[0].Place.File);
            Assert.Contains("Files that are no .nfo were passed over: 1.", file.Notes);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void ReadPath_MoreMediaThanEntriesAllowed_IsNoHindrance()
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("matinee nfo ");
        try
        {
            Write(Path.Combine(root.FullName, "movie.nfo"), Matrix);
            foreach (int n in Enumerable.Range(0, 5))
            {
                Write(Path.Combine(root.FullName, $"{n}.jpg"), "");
            }

            Assert.Single(ImportReader.ReadPath(root.FullName, new ImportLimits { Entries = 2 }).Rows);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static ImportedRow Movie(string xml) =>
        Texts.Only(Texts.Read("movie.nfo", $"<movie><title>M</title>{xml}</movie>"));

    private static ImportedFile Zip(params (string Name, string Text)[] entries) =>
        ImportReader.Read(
            "films.zip",
            SampleZip.Build(zip =>
            {
                foreach ((string name, string text) in entries)
                {
                    using Stream stream = zip.CreateEntry(name).Open();
                    stream.Write(Encoding.UTF8.GetBytes(text));
                }
            })
        );

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
