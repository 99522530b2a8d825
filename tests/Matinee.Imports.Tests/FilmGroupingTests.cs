namespace Matinee.Imports.Tests;

public class FilmGroupingTests
{
    [Fact]
    public void Group_RatingDiaryAndHeart_AreOneFilmWithTheRatingThatStands()
    {
        ImportedFilm film = Assert.Single(
            Group(
                ImportSource.Letterboxd,
                Row("diary.csv", 2) with
                {
                    Title = "Amélie",
                    Year = 2001,
                    Stars = 5,
                    Time = 900,
                    Facts = FilmFacts.Watched,
                },
                Row("ratings.csv", 2) with
                {
                    Title = "Amelie",
                    Year = 2001,
                    Stars = 4,
                    Time = 100,
                },
                Row("diary.csv", 3) with
                {
                    Title = "Amélie",
                    Year = 2001,
                    Time = 950,
                    Facts = FilmFacts.Watched,
                },
                Row("likes/films.csv", 2) with
                {
                    Title = "AMÉLIE",
                    Year = 2001,
                    Time = 999,
                    Facts = FilmFacts.Liked,
                }
            )
        );
        Assert.Equal("diary.csv:2", film.Key);
        Assert.Equal((4f, 100L, 950L), (film.Stars, film.RatedAt, film.WatchedAt));
        Assert.Equal(FilmFacts.Watched | FilmFacts.Liked, film.Facts);
        Assert.Equal("Amélie", film.Title);
        Assert.Equal(["Amelie", "AMÉLIE"], film.OtherTitles);
    }

    [Fact]
    public void Group_SeveralRatings_TheLatestCountsAndOfEqualsTheLaterRow()
    {
        ImportedFilm film = Assert.Single(
            Group(
                ImportSource.Trakt,
                Row("a", 1) with
                {
                    Title = "Heat",
                    Stars = 1,
                    Time = 50,
                },
                Row("a", 2) with
                {
                    Title = "Heat",
                    Stars = 2,
                    Time = 70,
                },
                Row("a", 3) with
                {
                    Title = "Heat",
                    Stars = 3,
                    Time = 70,
                },
                Row("a", 4) with
                {
                    Title = "Heat",
                    Stars = 4,
                }
            )
        );
        Assert.Equal((3f, 70L), (film.Stars, film.RatedAt));
    }

    [Fact]
    public void Group_SharedNumber_JoinsWhateverTheTitles()
    {
        ImportedFilm film = Assert.Single(
            Group(
                ImportSource.Imdb,
                Row("a", 1) with
                {
                    Title = "Amélie",
                    Numbers = new FilmNumbers(Imdb: 211915),
                },
                Row("a", 2) with
                {
                    Title = "Le fabuleux destin",
                    Year = 2001,
                    Numbers = new FilmNumbers(Imdb: 211915, Tmdb: 194),
                }
            )
        );
        Assert.Equal(new FilmNumbers(Imdb: 211915, Tmdb: 194), film.Numbers);
        Assert.Equal(2001, film.Year);
    }

    [Fact]
    public void Group_RemakesAndContradictingNumbers_StayApart() =>
        Assert.Equal(
            ["a:1", "a:2", "a:3", "a:4"],
            Group(
                    ImportSource.Trakt,
                    Row("a", 1) with
                    {
                        Title = "Heat",
                        Year = 1995,
                        Numbers = new FilmNumbers(Imdb: 1),
                    },
                    Row("a", 2) with
                    {
                        Title = "Heat",
                        Year = 1986,
                    },
                    Row("a", 3) with
                    {
                        Title = "Heat",
                        Year = 1995,
                        Numbers = new FilmNumbers(Imdb: 2),
                    },
                    Row("a", 4) with
                    {
                        Title = "Heat",
                    }
                )
                .Select(film => film.Key)
        );

    private static IReadOnlyList<ImportedFilm> Group(ImportSource source, params ImportedRow[] rows) =>
        FilmGrouping.Group(new ImportedFile { Source = source, Rows = rows });

    private static ImportedRow Row(string file, int line) => new(new ImportPlace(file, line));
}
