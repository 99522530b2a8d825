namespace Matinee.Imports.Tests.Reading;

public class LetterboxdReadingTests
{
    private const string Ratings =
        "Date,Name,Year,Letterboxd URI,Rating\n2023-05-01,Heat,1995,https://boxd.it/a,4.5\n2023-05-02,\"Crouching Tiger, Hidden Dragon\",2000,https://boxd.it/b,\n";
    private const string Diary =
        "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\r\n2023-05-03,Heat,1995,https://boxd.it/c,4,,,2020-01-31\r\n2023-05-04,Heat,1995,https://boxd.it/d,5,Yes,\"crime, la\",2023-05-03\r\n";
    private const string Reviews =
        "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n2023-05-04,Heat,1995,https://boxd.it/d,5,Yes,\"He said \"\"heat\"\",\n\nthen left.\",,2023-05-03\n2023-05-05,M,1931,https://boxd.it/e,,,Short,,2023-05-05\n";
    private const string Plain = "Date,Name,Year,Letterboxd URI\n2023-05-06,Amélie,2001,https://boxd.it/f\n";

    [Fact]
    public void Read_Ratings_GivesStarsAsTheyAreAndUnratedAsWatched() =>
        Assert.Equal(
            [
                "ratings.csv:2 | Heat | 1995 | ml  tt  tmdb  | 4.5 | 2023-05-01 | None",
                "ratings.csv:3 | Crouching Tiger, Hidden Dragon | 2000 | ml  tt  tmdb  |  | 2023-05-02 | Watched",
            ],
            Exports.Read("ratings.csv", Ratings).Lines()
        );

    [Fact]
    public void Read_ZipUnderOneFolder_ReadsWhatCountsAndNamesTheRest()
    {
        ImportedFile file = Exports.ReadZip(
            ("me/ratings.csv", Ratings),
            ("me/diary.csv", Diary),
            ("me/reviews.csv", Reviews),
            ("me/watched.csv", Plain),
            ("me/watchlist.csv", Plain),
            ("me/likes/films.csv", Plain),
            ("me/profile.csv", "Date Joined,Username\n2015-01-01,me\n"),
            ("me/deleted/diary.csv", Diary),
            ("me/orphaned/diary.csv", Diary),
            ("__MACOSX/me/._ratings.csv", "junk"),
            ("me/.DS_Store", "junk")
        );
        Assert.Equal(ImportSource.Letterboxd, file.Source);
        Assert.Equal(
            [
                "ratings.csv:2 | Heat | 1995 | ml  tt  tmdb  | 4.5 | 2023-05-01 | None",
                "ratings.csv:3 | Crouching Tiger, Hidden Dragon | 2000 | ml  tt  tmdb  |  | 2023-05-02 | Watched",
                "diary.csv:2 | Heat | 1995 | ml  tt  tmdb  | 4 | 2020-01-31 | Watched",
                "diary.csv:3 | Heat | 1995 | ml  tt  tmdb  | 5 | 2023-05-03 | Watched",
                "reviews.csv:2 | Heat | 1995 | ml  tt  tmdb  | 5 | 2023-05-03 | Watched",
                "reviews.csv:5 | M | 1931 | ml  tt  tmdb  |  | 2023-05-05 | Watched",
                "watched.csv:2 | Amélie | 2001 | ml  tt  tmdb  |  | 2023-05-06 | Watched",
                "watchlist.csv:2 | Amélie | 2001 | ml  tt  tmdb  |  | 2023-05-06 | Wanted",
                "likes/films.csv:2 | Amélie | 2001 | ml  tt  tmdb  |  | 2023-05-06 | Liked",
            ],
            file.Lines()
        );
        Assert.Equal(
            [
                "Letterboxd's half stars are taken as they are.",
                "Not read: profile.csv, deleted/diary.csv, orphaned/diary.csv.",
            ],
            file.Notes
        );
    }

    [Theory]
    [InlineData("watchlist-me-2023.csv", FilmFacts.Wanted)]
    [InlineData("watched (1).csv", FilmFacts.Watched)]
    [InlineData("films.csv", FilmFacts.Liked)]
    public void Read_FileThatLooksLikeOthers_IsToldByItsName(string name, FilmFacts facts) =>
        Assert.Equal(facts, Assert.Single(Exports.Read(name, Plain).Rows).Facts);

    [Fact]
    public void Read_FileThatLooksLikeOthersRenamed_AsksForItsName() =>
        Assert.Contains("own name", Exports.Error("my.csv", Plain), StringComparison.Ordinal);

    [Fact]
    public void Read_ImportFormat_ReadsNumbersAndBothScales() =>
        Assert.Equal(
            [
                "mine.csv:2 | Heat | 1995 | ml 6 tt 113277 tmdb 949 | 4.5 | 2023-05-01 | Watched",
                "mine.csv:3 |  |  | ml  tt 22100 tmdb  | 3.5 | - | None",
                "mine.csv:4 | Alien | 1979 | ml  tt  tmdb  |  | - | Watched",
            ],
            Exports
                .Read(
                    "mine.csv",
                    "tmdbID,imdbID,Title,Year,Rating,Rating10,WatchedDate,MatineeID\n949,tt0113277,Heat,1995,4.5,,2023-05-01,6\n,tt0022100,,,,7,,\n,,Alien,1979,,,,\n"
                )
                .Lines()
        );

    [Fact]
    public void Read_ImportFormatWithoutRatingsAndDates_IsAListOfWhatOneWants()
    {
        ImportedFile file = Exports.Read(
            "list.csv",
            "tmdbID,imdbID,Title,Year,Rating,WatchedDate,MatineeID\n949,,Heat,1995,,,6\n,,Alien,1979,,,\n"
        );

        Assert.Equal(
            [
                "list.csv:2 | Heat | 1995 | ml 6 tt  tmdb 949 |  | - | Wanted",
                "list.csv:3 | Alien | 1979 | ml  tt  tmdb  |  | - | Wanted",
            ],
            file.Lines()
        );
        Assert.Contains(
            "No row has a rating or a date: the films are taken for a list of what you want to see.",
            file.Notes
        );
    }

    [Theory]
    [InlineData("0", "is not from 0.5 to 5")]
    [InlineData("5.5", "is not from 0.5 to 5")]
    [InlineData("four", "is not a number")]
    [InlineData("NaN", "is not a number")]
    public void Read_ImpossibleStars_SkipsTheRowWithAReason(string rating, string reason)
    {
        ImportedFile file = Exports.Read(
            "ratings.csv",
            $"Date,Name,Year,Letterboxd URI,Rating\n2023-05-01,Heat,1995,u,{rating}\n"
        );
        Assert.Empty(file.Rows);
        Assert.Contains(reason, Assert.Single(file.Skipped).Reason, StringComparison.Ordinal);
    }
}
