using Matinee.Core;
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
        Assert.Null(plan.Films[1].Note);
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
