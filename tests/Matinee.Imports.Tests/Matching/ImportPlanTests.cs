using Matinee.Core;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Imports.Matching;
using static Matinee.Imports.Tests.Matching.Films;

namespace Matinee.Imports.Tests.Matching;

public class ImportPlanTests
{
    private static readonly FilmMatcher Matcher = new(
        Catalog("Heat (1995)", "Casino (1995)", "Emma (1996)", "Emma (1996)")
    );

    private static readonly ImportedFilm Heat = Film("Heat", 1995, line: 2) with { Stars = 4, RatedAt = 100 };
    private static readonly ImportedFilm Emma = Film("Emma", 1996, line: 3) with { Stars = 3 };

    private static ImportPlan Plan(ImportedFilm[] films, Dictionary<string, int?>? choices = null, int skipped = 0) =>
        ImportPlan.Make(
            ImportSource.Letterboxd,
            ["A note."],
            films,
            [
                .. Enumerable
                    .Range(0, skipped)
                    .Select(n => new SkippedRow(new ImportPlace("films.csv", 90 + n), "", "No film.")),
            ],
            Matcher,
            choices
        );

    [Fact]
    public void Make_Films_CountsEveryRowOnce()
    {
        ImportedFilm twice = Film("Casino", 1995, line: 4) with
        {
            Rows = [new ImportedRow(new ImportPlace("films.csv", 4)), new ImportedRow(new ImportPlace("films.csv", 5))],
        };

        ImportPlan plan = Plan(
            [Heat, Emma, twice, Film("Nothing", 1950, line: 6), Film("Heat", 1995, line: 7)],
            new() { ["films.csv:7"] = null },
            skipped: 2
        );

        Assert.Equal(new ImportCounts(Matched: 3, Ambiguous: 1, Unknown: 1, LeftOut: 1, Skipped: 2), plan.Counts);
        Assert.Equal(8, plan.Counts.Rows);
        Assert.Equal([new PlannedRating(new ItemIndex(0), 4, 100)], plan.Ratings);
        Assert.Equal(MatchStatus.LeftOut, plan.Films[4].Match.Status);
    }

    [Fact]
    public void Make_Choices_GoBeforeWhatWasRecognised()
    {
        ImportPlan plan = Plan([Heat, Emma], new() { ["films.csv:2"] = 1, ["films.csv:3"] = 3 });

        Assert.Equal(
            [new PlannedRating(new ItemIndex(1), 4, 100), new PlannedRating(new ItemIndex(3), 3, null)],
            plan.Ratings
        );
        Assert.All(plan.Films, film => Assert.Equal(MatchedBy.Choice, film.Match.By));
    }

    [Fact]
    public void Make_ChoiceForNoFilm_NamesIt()
    {
        var refused = Assert.Throws<MatineeException>(() => Plan([Heat], new() { ["films.csv:9"] = 1 }));

        Assert.Contains("'films.csv:9'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void Make_ChoiceOfNoItem_NamesIt(int item)
    {
        var refused = Assert.Throws<MatineeException>(() => Plan([Heat], new() { ["films.csv:2"] = item }));

        Assert.Contains($"item {item}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("0 to 3", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Make_TwoFilmsOfOneMovie_TheLatestRatingCounts()
    {
        ImportedFilm undated = Film("Heat!", 1995, line: 3) with { Stars = 1 };
        ImportedFilm later = Film("HEAT", 1995, line: 4) with { Stars = 5, RatedAt = 200 };

        ImportPlan plan = Plan([undated with { Rows = [undated.Rows[0]] }, later, Heat]);

        Assert.Equal([new PlannedRating(new ItemIndex(0), 5, 200)], plan.Ratings);
        Assert.Equal("The same movie as films.csv:4, whose rating counts.", plan.Films[0].Note);
        Assert.Equal("Several films of the file: films.csv:3, films.csv:2 are the same movie.", plan.Films[1].Note);
        Assert.Equal("The same movie as films.csv:4, whose rating counts.", plan.Films[2].Note);
    }

    [Fact]
    public void Make_TwoUndatedRatingsOfOneMovie_TheLastOfTheFileCounts()
    {
        ImportPlan plan = Plan([
            Film("Heat", 1995, line: 2) with
            {
                Stars = 1,
            },
            Film("Heat", 1995, line: 3) with
            {
                Stars = 2,
            },
        ]);

        Assert.Equal([new PlannedRating(new ItemIndex(0), 2, null)], plan.Ratings);
    }

    [Theory]
    [InlineData("Titanic", 1997, "Titanic", 1996, "Titanic (1997)")]
    [InlineData("Titanic", 1996, "Titanic", 1998, "Titanic (1996)")]
    [InlineData("The Ring", 2002, "Ring", 2002, "The Ring (2002)")]
    [InlineData(
        "Star Wars: Episode IV - A New Hope",
        1977,
        "Star Wars",
        1977,
        "Star Wars: Episode IV - A New Hope (1977)"
    )]
    public void Make_TwoFilmsTakenForOneMovie_TheWorseIsAsked(
        string better,
        int betterYear,
        string worse,
        int worseYear,
        string shown
    )
    {
        MovieCatalog catalog = Catalog(
            "Titanic (1997)",
            "Ring, The (2002)",
            "Star Wars: Episode IV - A New Hope (1977)"
        );
        var matcher = new FilmMatcher(catalog);
        ImportedFilm good = Film(better, betterYear, line: 3) with { Stars = 5, RatedAt = 100 };
        ImportedFilm bad = Film(worse, worseYear, line: 2) with { Stars = 1, RatedAt = 200 };
        // Where the two are alike, the first of the file keeps the movie.
        ImportedFilm[] films = worseYear == 1998 ? [good, bad] : [bad, good];

        ImportPlan plan = ImportPlan.Make(ImportSource.Letterboxd, [], films, [], matcher);

        ItemIndex item = matcher.Match(good).Item!.Value;
        FilmMatch asked = plan.Films.Single(film => film.Film == bad).Match;
        Assert.Equal([new PlannedRating(item, 5, 100)], plan.Ratings);
        Assert.Equal(MatchStatus.Ambiguous, asked.Status);
        Assert.Equal([item], asked.Candidates);
        Assert.Equal($"The file has {shown} as well.", asked.Note);
    }

    [Fact]
    public void Make_SameTitleWithOtherNumbers_OneIsAsked()
    {
        ImportedFilm one = Film("Heat", 1995, line: 2) with { Numbers = new FilmNumbers(Imdb: 1) };
        ImportedFilm other = Film("Heat", 1995, line: 3) with { Numbers = new FilmNumbers(Imdb: 2) };

        ImportPlan plan = Plan([one, other]);

        Assert.Equal([MatchStatus.Matched, MatchStatus.Ambiguous], plan.Films.Select(film => film.Match.Status));
    }

    [Fact]
    public void Make_TwoFilmsOfOneNumber_AreOneMovie()
    {
        MovieCatalog catalog = Catalog(
            new Movie
            {
                Id = default,
                Title = "Hate (Haine, La) (1995)",
                ImdbId = "0113247",
            }
        );
        var numbers = new FilmNumbers(Imdb: 113247);
        ImportedFilm[] films =
        [
            Film("La haine", 1995, line: 2) with
            {
                Numbers = numbers,
                Stars = 4,
            },
            Film("Hass", 1996, line: 3) with
            {
                Numbers = numbers,
                Stars = 5,
            },
        ];

        ImportPlan plan = ImportPlan.Make(ImportSource.Letterboxd, [], films, [], new FilmMatcher(catalog));

        Assert.Equal([new PlannedRating(new ItemIndex(0), 5, null)], plan.Ratings);
        Assert.Equal("The same movie as films.csv:3, whose rating counts.", plan.Films[0].Note);
        Assert.Equal("Two films of the file: films.csv:2 is the same movie.", plan.Films[1].Note);
    }

    [Fact]
    public void Make_ChosenForAMovieThatAnotherHas_BothStay()
    {
        ImportedFilm before = Film("Heat", 1994, line: 3) with { Stars = 1, RatedAt = 200 };

        ImportPlan asked = Plan([Heat, before]);
        ImportPlan chosen = Plan([Heat, before], new() { ["films.csv:3"] = 0 });

        Assert.Equal([new PlannedRating(new ItemIndex(0), 4, 100)], asked.Ratings);
        Assert.Equal([new PlannedRating(new ItemIndex(0), 1, 200)], chosen.Ratings);
        Assert.Equal("The same movie as films.csv:3, whose rating counts.", chosen.Films[0].Note);
        Assert.Equal("Two films of the file: films.csv:2 is the same movie.", chosen.Films[1].Note);
    }

    [Fact]
    public void Make_Facts_AreThoseOfAllItsFilms()
    {
        ImportedFilm watched = Heat with { Facts = FilmFacts.Watched, WatchedAt = 50 };
        var liked = new ImportedRow(new ImportPlace("films.csv", 3)) { Facts = FilmFacts.Liked, Time = 70 };
        var listed = new ImportedRow(new ImportPlace("films.csv", 4)) { Facts = FilmFacts.Wanted };
        ImportedFilm rest = Film("Heat", 1995) with
        {
            Rows = [liked, listed],
            Facts = FilmFacts.Liked | FilmFacts.Wanted,
        };

        ImportPlan plan = Plan([watched, rest]);

        var heat = new ItemIndex(0);
        Assert.Equal([new PlannedFact(heat, 50)], plan.Watched);
        Assert.Equal([new PlannedFact(heat, 70)], plan.Liked);
        Assert.Equal([new PlannedFact(heat, null)], plan.Wanted);
        Assert.Empty(plan.Owned);
        Assert.Null(plan.Films[1].Note);
    }

    [Fact]
    public void Make_Digest_IsOfWhatWouldBeStored()
    {
        string digest = Plan([Heat, Emma]).Digest;

        Assert.Equal(32, digest.Length);
        Assert.Equal(digest, Plan([Heat, Emma]).Digest);
        Assert.NotEqual(digest, Plan([Heat with { Stars = 4.5f }, Emma]).Digest);
        Assert.NotEqual(digest, Plan([Heat with { Facts = FilmFacts.Liked }, Emma]).Digest);
        Assert.NotEqual(digest, Plan([Heat, Emma], new() { ["films.csv:3"] = 2 }).Digest);
    }
}
