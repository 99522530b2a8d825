using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Imports.Matching;
using static Matinee.Imports.Tests.Matching.Films;

namespace Matinee.Imports.Tests.Matching;

public class NumberMatchTests
{
    // Ids 10 and 20.
    private static readonly FilmMatcher Matcher = new(
        Catalog(
            new Movie
            {
                Id = default,
                Title = "Heat (1995)",
                ImdbId = "0113277",
                TmdbId = 949,
            },
            new Movie
            {
                Id = default,
                Title = "Casino (1995)",
                ImdbId = "0112641",
                TmdbId = 524,
            }
        )
    );

    [Fact]
    public void Match_ImdbNumber_GoesBeforeAnyTitle()
    {
        FilmMatch match = Matcher.Match(Film("Casino", 1995) with { Numbers = new FilmNumbers(Imdb: 113_277) });

        Assert.Equal((0, MatchedBy.ImdbNumber), (match.Item?.Value, match.By));
    }

    [Fact]
    public void Match_TmdbNumber_EvenWithATitleAndYearFarOff()
    {
        FilmMatch match = Matcher.Match(Film("Vapor", 1912) with { Numbers = new FilmNumbers(Tmdb: 949) });

        Assert.Equal((0, MatchedBy.TmdbNumber), (match.Item?.Value, match.By));
    }

    [Theory]
    [InlineData("Heat", 0, MatchedBy.ImdbNumber)]
    [InlineData("Casino", 1, MatchedBy.TmdbNumber)]
    public void Match_NumbersDisagree_TheTitleDecides(string title, int item, MatchedBy by)
    {
        FilmMatch match = Matcher.Match(Film(title, 1995) with { Numbers = new FilmNumbers(Imdb: 113_277, Tmdb: 524) });

        Assert.Equal((item, by), (match.Item?.Value, match.By));
    }

    [Fact]
    public void Match_NumbersDisagreeAndNoTitleFits_Asks()
    {
        FilmMatch match = Matcher.Match(
            Film("Vapor", 1995) with
            {
                Numbers = new FilmNumbers(Imdb: 113_277, Tmdb: 524),
            }
        );

        Assert.Equal(MatchStatus.Ambiguous, match.Status);
        Assert.Equal([new ItemIndex(0), new ItemIndex(1)], match.Candidates);
        Assert.Equal("Its numbers name different movies.", match.Note);
    }

    [Theory]
    [InlineData("", null, 1, MatchedBy.MovieLensNumber)]
    [InlineData("Casino", 1995, 1, MatchedBy.MovieLensNumber)]
    [InlineData("Heat", 1995, 0, MatchedBy.TitleAndYear)]
    public void Match_MovieLensNumber_CountsWhereTheTitleAgrees(string title, int? year, int item, MatchedBy by)
    {
        FilmMatch match = Matcher.Match(Film(title, year) with { Numbers = new FilmNumbers(MovieLens: 20) });

        Assert.Equal((item, by), (match.Item?.Value, match.By));
    }

    [Fact]
    public void Match_TitleFitsButAnotherNumberIsKnown_Asks()
    {
        FilmMatch match = Matcher.Match(Film("Heat", 1995) with { Numbers = new FilmNumbers(Imdb: 999) });

        Assert.Equal(MatchStatus.Ambiguous, match.Status);
        Assert.Equal([new ItemIndex(0)], match.Candidates);
        Assert.Equal("The title fits, but the catalogue has another number for it.", match.Note);
    }

    [Fact]
    public void Match_NumberUnknownToTheCatalogue_ByTitle()
    {
        var matcher = new FilmMatcher(Catalog("Heat (1995)"));

        FilmMatch match = matcher.Match(Film("Heat", 1995) with { Numbers = new FilmNumbers(1, 999, 999) });

        Assert.Equal((0, MatchedBy.TitleAndYear), (match.Item?.Value, match.By));
    }
}
