using System.Text;
using Matinee.Core;
using Matinee.Imports.Reading;
using Matinee.Imports.Tests.Libraries;

namespace Matinee.Imports.Tests.Jellyfin;

public class JellyfinFormatTests
{
    private const string Matrix = """
        {
          "Name": "Matrix", "OriginalTitle": "The Matrix", "ServerId": "a1", "Id": "9", "ProductionYear": 1999, "IsFolder": false,
          "Type": "Movie", "ProviderIds": { "Imdb": "tt0133093", "Tmdb": "603", "TmdbCollection": "2344" },
          "UserData": {
            "Rating": 8.5, "PlayCount": 2, "IsFavorite": true, "LastPlayedDate": "2023-01-05T20:14:33.1234567Z", "Played": true
          }
        }
        """;

    [Fact]
    public void Read_AnswerOfItems_EveryField()
    {
        ImportedFile file = Answer(Matrix);

        Assert.Equal(ImportSource.Jellyfin, file.Source);
        Assert.Equivalent(
            new ImportedRow(new ImportPlace("movies.json", 1))
            {
                Title = "Matrix",
                OtherTitles = ["The Matrix"],
                Year = 1999,
                Numbers = new FilmNumbers(Imdb: 133093, Tmdb: 603),
                Stars = 4.5f,
                Time = 1672949673,
                Facts = FilmFacts.Owned | FilmFacts.Watched | FilmFacts.Liked,
            },
            Texts.Only(file),
            strict: true
        );
        Assert.Equal(
            ["Jellyfin's ratings of up to 10 became half stars, to the nearest and ties up: 7 is 3.5, 8.5 is 4.5."],
            file.Notes
        );
    }

    [Fact]
    public void Read_BareList_IsTheSame() =>
        Assert.Equivalent(Answer(Matrix).Rows, Texts.Read("movies.json", $"[{Matrix}]").Rows, strict: true);

    [Fact]
    public void Read_CamelCaseAndUtf16_IsTheSame()
    {
        string camel = """
            { "items": [ { "name": "Matrix", "originalTitle": "The Matrix", "productionYear": 1999, "type": "Movie",
              "providerIds": { "imdb": "tt0133093", "tmdb": "603" },
              "userData": { "rating": 8.5, "isFavorite": true, "lastPlayedDate": "2023-01-05T20:14:33Z", "played": true } } ] }
            """;
        byte[] utf16 = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(camel)];

        Assert.Equivalent(Answer(Matrix).Rows, ImportReader.Read("movies.json", utf16).Rows, strict: true);
    }

    [Fact]
    public void Read_UnplayedMovie_IsOwnedAndNothingElse()
    {
        ImportedRow row = Texts.Only(
            Answer(
                """
                { "Name": "Heat", "OriginalTitle": "Heat", "ProductionYear": 1995, "Type": "Movie", "ProviderIds": {},
                  "UserData": { "PlaybackPositionTicks": 5, "PlayCount": 1, "IsFavorite": false,
                    "LastPlayedDate": "2023-01-05T20:14:33Z", "Played": false } }
                """
            )
        );

        Assert.Equal(FilmFacts.Owned, row.Facts);
        Assert.Null(row.Time);
        Assert.Null(row.Stars);
        Assert.Empty(row.OtherTitles);
        Assert.True(row.Numbers.IsEmpty);
    }

    [Theory]
    [InlineData("""{ "IMDB": "tt0133093", "TheMovieDb": 603 }""", 133093L, 603)]
    [InlineData("""{ "imdb": "0133093", "TMDB": "603" }""", 133093L, 603)]
    [InlineData("""{ "Imdb": "https://www.imdb.com/title/tt0133093/", "TmdbId": "603-the-matrix" }""", 133093L, 603)]
    [InlineData("""{ "Imdb": "", "Tmdb": null }""", null, null)]
    [InlineData("""{ "Imdb": "tt", "Tmdb": "0", "TmdbCollection": "2344", "Tvdb": "7" }""", null, null)]
    [InlineData("""{ "Imdb": "nm0000206", "Tmdb": "99999999999" }""", null, null)]
    [InlineData("[]", null, null)]
    [InlineData("null", null, null)]
    public void Read_ProviderIds_InAnySpelling(string providers, long? imdb, int? tmdb) =>
        Assert.Equal(
            new FilmNumbers(Imdb: imdb, Tmdb: tmdb),
            Texts.Only(Answer($$"""{ "Name": "M", "Type": "Movie", "ProviderIds": {{providers}} }""")).Numbers
        );

    [Theory]
    [InlineData(""" "Played": true, "LastPlayedDate": "0001-01-01T00:00:00.0000000Z" """)]
    [InlineData(""" "Played": true, "LastPlayedDate": "soon" """)]
    [InlineData(""" "Played": true, "LastPlayedDate": "2345-01-01T00:00:00Z" """)]
    [InlineData(""" "Played": true """)]
    public void Read_PlayedWithoutAPossibleDate_IsWatchedWithoutTime(string data)
    {
        ImportedRow row = Texts.Only(Answer($$"""{ "Name": "M", "Type": "Movie", "UserData": { {{data}} } }"""));

        Assert.Equal(FilmFacts.Owned | FilmFacts.Watched, row.Facts);
        Assert.Null(row.Time);
    }

    [Theory]
    [InlineData("7", 3.5f)]
    [InlineData("10", 5f)]
    [InlineData("0.2", 0.5f)]
    [InlineData("\"6.5\"", 3.5f)]
    [InlineData("0", null)]
    [InlineData("null", null)]
    public void Read_Rating_IsHalfStars(string rating, float? stars)
    {
        ImportedFile file = Answer(
            $$"""{ "Name": "M", "Type": "Movie", "UserData": { "Rating": {{rating}}, "Likes": false } }"""
        );

        Assert.Equal(stars, Texts.Only(file).Stars);
        Assert.Equal(FilmFacts.Owned, file.Rows[0].Facts);
    }

    [Theory]
    [InlineData("11")]
    [InlineData("-4")]
    [InlineData("\"good\"")]
    [InlineData("1e999")]
    public void Read_RatingThatIsNone_KeepsTheFilmAndSaysSo(string rating)
    {
        ImportedFile file = Answer($$"""{ "Name": "M", "Type": "Movie", "UserData": { "Rating": {{rating}} } }""");

        Assert.Null(Texts.Only(file).Stars);
        Assert.Equal(["Films whose rating is no number from 0 to 10 count as not rated: 1."], file.Notes);
    }

    [Fact]
    public void Read_ThumbUp_IsLiked() =>
        Assert.Equal(
            FilmFacts.Owned | FilmFacts.Liked,
            Texts.Only(Answer("""{ "Name": "M", "Type": "Movie", "UserData": { "Likes": true } }""")).Facts
        );

    [Theory]
    [InlineData("\"Type\": \"Series\"", "A television series, not a film.")]
    [InlineData("\"Type\": \"Season\"", "A television series, not a film.")]
    [InlineData("\"Type\": \"Episode\"", "An episode of a series, not a film.")]
    [InlineData("\"Type\": \"BoxSet\"", "A collection of films, not a film.")]
    [InlineData("\"Type\": \"Folder\"", "A folder, not a film.")]
    [InlineData("\"IsFolder\": true", "A folder, not a film.")]
    [InlineData("\"Type\": \"MusicVideo\"", "Not a film, but of type MusicVideo.")]
    public void Read_WhatIsNoFilm_IsSkippedWithAReason(string type, string reason)
    {
        ImportedFile file = Answer($"{Matrix}, {{ \"Name\": \"Other\", {type} }}");

        Assert.Single(file.Rows);
        Assert.Equal([new SkippedRow(new ImportPlace("movies.json", 2), "Other", reason)], file.Skipped);
    }

    [Theory]
    [InlineData("""{ "Type": "Movie", "Name": " " }""", "It names neither a title nor a number.")]
    [InlineData("""{ "Type": "Movie", "Name": "\ud800" }""", "Its text is damaged.")]
    [InlineData("7", "It is no entry of a library.")]
    [InlineData("null", "It is no entry of a library.")]
    public void Read_EntryThatSaysNothing_IsSkipped(string entry, string reason)
    {
        ImportedFile file = Answer($"{entry}, {Matrix}");

        Assert.Equal(reason, Assert.Single(file.Skipped).Reason);
        Assert.Equal(2, Assert.Single(file.Rows).Place.Row);
    }

    [Fact]
    public void Read_OnlyAPage_SaysSo()
    {
        ImportedFile file = Texts.Read(
            "movies.json",
            """{ "Items": [ { "Name": "M", "Type": "Movie" } ], "TotalRecordCount": 3, "StartIndex": 0 }"""
        );

        Assert.StartsWith(
            "movies.json is a part of the library: 1 of 3 entries.",
            Assert.Single(file.Notes),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_ControlCharactersInATitle_BecomeSpaces() =>
        Assert.Equal("Red Alert", Texts.Only(Answer("""{ "Name": " Red\n\u001b Alert ", "Type": "Movie" }""")).Title);

    [Theory]
    [InlineData("""{ "Items": [ { "Name": "M", """)]
    [InlineData("""{ "Items": 7 }""")]
    [InlineData("""{ "Items": [] "TotalRecordCount" }""")]
    public void Read_NoWholeAnswer_SaysWhatToDo(string text) =>
        Assert.Contains(
            "movies.json",
            Assert.Throws<MatineeException>(() => Texts.Read("movies.json", text)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_NestedWithoutEnd_IsRefused() =>
        Assert.Throws<MatineeException>(() => Texts.Read("movies.json", "{ \"Items\": " + new string('[', 100_000)));

    private static ImportedFile Answer(string items) =>
        Texts.Read("movies.json", $$"""{ "Items": [ {{items}} ], "TotalRecordCount": 1, "StartIndex": 0 }""");
}
