namespace Matinee.Imports.Tests.Reading;

public class TraktReadingTests
{
    private const string Heat =
        """ "movie": { "title": "Heat", "year": 1995, "ids": { "trakt": 1, "slug": "heat-1995", "imdb": "tt0113277", "tmdb": 949 } } """;

    [Fact]
    public void Read_Ratings_HalvesStars()
    {
        ImportedFile file = Exports.Read(
            "ratings-movies.json",
            $$"""
            [{ "rated_at": "2023-05-01T20:15:00.000Z", "rating": 7, "type": "movie", {{Heat}} },
             { "rated_at": "2023-05-01T20:15:00.000Z", "rating": 10, "type": "movie", "movie": { "title": "M", "year": null, "ids": { "imdb": null, "tmdb": null } } },
             { "rated_at": "2023-05-01T20:15:00.000Z", "rating": 0, "type": "movie", {{Heat}} },
             { "rated_at": "2023-05-01T20:15:00.000Z", "rating": 12, "type": "movie", {{Heat}} },
             { "rated_at": "2023-05-01T20:15:00.000Z", "rating": 9, "type": "show", "show": { "title": "Dark", "ids": {} } }]
            """
        );
        Assert.Equal(ImportSource.Trakt, file.Source);
        Assert.Equal(
            [
                "ratings-movies.json:1 | Heat | 1995 | ml  tt 113277 tmdb 949 | 3.5 | 2023-05-01 20:15:00 | None",
                "ratings-movies.json:2 | M |  | ml  tt  tmdb  | 5 | 2023-05-01 20:15:00 | None",
            ],
            file.Lines()
        );
        Assert.Equal(
            [
                "ratings-movies.json:3 Heat: Rated 0, which is no rating.",
                "ratings-movies.json:4 Heat: The rating 12 is not from 1 to 10.",
                "ratings-movies.json:5 Dark: A television series, not a film.",
            ],
            file.Reasons()
        );
        Assert.Equal(["Trakt's 1 to 10 became half stars: 7 is 3.5."], file.Notes);
    }

    [Fact]
    public void Read_Zip_TellsFilesByTheirEntriesAndListsByTheirNames()
    {
        ImportedFile file = Exports.ReadZip(
            (
                "user/history/1.json",
                $$"""[{ "id": 1, "watched_at": "2023-05-01T20:15:00Z", "action": "watch", "type": "movie", {{Heat}} }, { "watched_at": "2023-05-01T20:15:00Z", "type": "episode", "episode": { "title": "Pilot", "ids": {} }, "show": { "title": "Dark", "ids": {} } }]"""
            ),
            ("user/watched-movies.json", $$"""[{ "plays": 2, "last_watched_at": "2023-05-02T20:15:00Z", {{Heat}} }]"""),
            ("user/collection-movies.json", $$"""[{ "collected_at": "2023-05-03T20:15:00Z", {{Heat}} }]"""),
            (
                "user/lists-watchlist.json",
                $$"""[{ "rank": 1, "listed_at": "2023-05-04T20:15:00Z", "type": "movie", {{Heat}} }]"""
            ),
            (
                "user/lists-list-1-noir.json",
                $$"""[{ "rank": 1, "listed_at": "2023-05-04T20:15:00Z", "type": "movie", {{Heat}} }]"""
            ),
            ("user/ratings-shows.json", "[]")
        );
        Assert.Equal(
            [FilmFacts.Watched, FilmFacts.Watched, FilmFacts.Owned, FilmFacts.Wanted],
            file.Rows.Select(row => row.Facts)
        );
        Assert.Equal(
            ["history/1.json:1", "watched-movies.json:1", "collection-movies.json:1", "lists-watchlist.json:1"],
            file.Rows.Select(row => row.Place.ToString())
        );
        Assert.Equal(["history/1.json:2 Dark: An episode, not a film."], file.Reasons());
        Assert.Equal(["Not read: lists-list-1-noir.json."], file.Notes);
    }

    [Fact]
    public void Read_CutFile_SaysThatItIsNotWhole() =>
        Assert.Contains(
            "not whole",
            Exports.Error("ratings.json", $$"""[{ "rating": 7, {{Heat}} }, {"""),
            StringComparison.Ordinal
        );
}
