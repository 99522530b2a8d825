using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Imports.Matching;
using static Matinee.Imports.Tests.Matching.Films;

namespace Matinee.Imports.Tests.Matching;

public class FilmMatcherTests
{
    [Theory]
    [InlineData("Matrix, The (1999)", "The Matrix")]
    [InlineData("Matrix, The (1999)", "matrix")]
    [InlineData("Matrix, The (1999)", "Matrix (The)")]
    [InlineData("Atalante, L' (1934)", "L'Atalante")]
    [InlineData("Atalante, L' (1934)", "L’ATALANTE")]
    [InlineData("Atalante, L' (1934)", "Atalante")]
    [InlineData("Ocean's Eleven (a.k.a. Ocean's 11) (2001)", "Oceans Eleven")]
    [InlineData("Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)", "Amélie")]
    [InlineData("Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)", "Le Fabuleux Destin d'Amélie Poulain")]
    [InlineData("WALL·E (2008)", "WALL-E")]
    [InlineData("WALL·E (2008)", "WALL∙E")]
    [InlineData("Pi (1998)", "π")]
    [InlineData("I Heart Huckabees (2004)", "I ♥ Huckabees")]
    [InlineData("M*A*S*H (1970)", "MASH")]
    [InlineData("8 1/2 (1963)", "8½")]
    [InlineData("Alien³ (1992)", "Alien 3")]
    [InlineData("Rocky II (1979)", "Rocky 2")]
    [InlineData("Rocky V (1990)", "Rocky Five")]
    [InlineData("Back to the Future Part II (1989)", "Back to the Future 2")]
    [InlineData("Kill Bill: Vol. 1 (2003)", "Kill Bill: Volume One")]
    [InlineData("Twelve Monkeys (1995)", "12 Monkeys")]
    [InlineData("101 Dalmatians (1961)", "One Hundred and One Dalmatians")]
    [InlineData("Nineteen Eighty-Four (1984)", "1984")]
    [InlineData("Seventh Seal, The (1957)", "The 7th Seal")]
    [InlineData("Kramer vs. Kramer (1979)", "Kramer versus Kramer")]
    [InlineData("Kramer vs. Kramer (1979)", "Kramer v Kramer")]
    [InlineData("Harold & Maude (1971)", "Harold and Maude")]
    [InlineData("Mission: Impossible - Fallout (2018)", "Mission Impossible – Fallout")]
    [InlineData("Crow, The: Wicked Prayer (2005)", "The Crow: Wicked Prayer")]
    [InlineData("Land Before Time III, The (1995) (V)", "The Land Before Time III")]
    [InlineData("Strike! (a.k.a. All I Wanna Do, The Hairy Bird) (1998)", "The Hairy Bird")]
    [InlineData(
        "Birdman: Or (The Unexpected Virtue of Ignorance) (2014)",
        "Birdman or (The Unexpected Virtue of Ignorance)"
    )]
    [InlineData("E.T. the Extra-Terrestrial (1982)", "ET: The Extra-Terrestrial")]
    [InlineData("A.I. Artificial Intelligence (2001)", "AI: Artificial Intelligence")]
    [InlineData("$ (Dollars) (1971)", "$")]
    [InlineData("七人の侍 (1954)", "七人の侍")]
    public void Match_SameTitleSpeltOtherwise_ByTitleAndYear(string title, string said)
    {
        MovieCatalog catalog = Catalog("Heat (1995)", title);

        FilmMatch match = new FilmMatcher(catalog).Match(Film(said, catalog.Movies[1].Year));

        Assert.Equal((MatchStatus.Matched, 1, MatchedBy.TitleAndYear), (match.Status, match.Item?.Value, match.By));
    }

    [Theory]
    [InlineData("Star Wars: Episode IV - A New Hope (1977)", "Star Wars")]
    [InlineData("Star Wars: Episode IV - A New Hope (1977)", "Star Wars: A New Hope")]
    [InlineData("Star Wars: Episode V - The Empire Strikes Back (1980)", "The Empire Strikes Back")]
    [InlineData("Birdman: Or (The Unexpected Virtue of Ignorance) (2014)", "Birdman")]
    [InlineData("Dune: Part One (2021)", "Dune")]
    [InlineData("Dune (2021)", "Dune: Part One")]
    [InlineData("Dracula (1992)", "Bram Stoker's Dracula")]
    [InlineData("Avengers, The (2012)", "Marvel's The Avengers")]
    public void Match_PieceOfTheTitleInItsYear_ByNearTitle(string title, string said)
    {
        MovieCatalog catalog = Catalog("Heat (1995)", title);
        var matcher = new FilmMatcher(catalog);

        FilmMatch match = matcher.Match(Film(said, catalog.Movies[1].Year));
        FilmMatch beside = matcher.Match(Film(said, catalog.Movies[1].Year + 1));

        Assert.Equal((MatchStatus.Matched, 1, MatchedBy.NearTitle), (match.Status, match.Item?.Value, match.By));
        Assert.Equal(MatchStatus.Ambiguous, beside.Status);
        Assert.Equal([new ItemIndex(1)], beside.Candidates);
    }

    [Theory]
    [InlineData("9 (2009)", "Nine")]
    [InlineData("Nine (2009)", "9")]
    [InlineData("21 (2008)", "Twenty-One")]
    [InlineData("300 (2006)", "Three Hundred")]
    [InlineData("One, The (2001)", "1")]
    [InlineData("IX (2009)", "Nine")]
    public void Match_NumberAloneInLettersAndDigits_Asks(string title, string said)
    {
        MovieCatalog catalog = Catalog("Heat (1995)", title);

        FilmMatch match = new FilmMatcher(catalog).Match(Film(said, catalog.Movies[1].Year));

        Assert.Equal(MatchStatus.Ambiguous, match.Status);
        Assert.Equal([new ItemIndex(1)], match.Candidates);
        Assert.Equal("Titles that come near.", match.Note);
    }

    [Theory]
    [InlineData("Nine (2009)", "Nine")]
    [InlineData("Nine (a.k.a. 9) (2009)", "9")]
    [InlineData("9 (Nine) (2009)", "The Nine")]
    public void Match_NumberAloneAsTheCatalogueWritesIt_ByTitleAndYear(string title, string said)
    {
        FilmMatch match = new FilmMatcher(Catalog("Heat (1995)", title)).Match(Film(said, 2009));

        Assert.Equal((1, MatchedBy.TitleAndYear), (match.Item?.Value, match.By));
    }

    [Theory]
    [InlineData("+1", 2013)]
    [InlineData("1", 1995)]
    public void Match_NumberAloneOfAnotherYear_IsUnknown(string said, int year) =>
        Assert.Equal(MatchStatus.Unknown, new FilmMatcher(Catalog("One, The (2001)")).Match(Film(said, year)).Status);

    [Theory]
    [InlineData("Death Note: Desu nôto (2006–2007)", "Death Note", 2006)]
    [InlineData("Nausicaä of the Valley of the Wind (1984-1986)", "Nausica of the Vally of the Wind", 1984)]
    public void Match_NearTitleOfASeriesOfYears_Asks(string title, string said, int year)
    {
        FilmMatch match = new FilmMatcher(Catalog("Heat (1995)", title)).Match(Film(said, year));

        Assert.Equal(MatchStatus.Ambiguous, match.Status);
        Assert.Equal([new ItemIndex(1)], match.Candidates);
    }

    [Fact]
    public void Match_TitleButForTheArticleInAnotherYear_IsSaidToComeNear()
    {
        FilmMatch match = new FilmMatcher(Catalog("Circle, The (2000)")).Match(Film("Circle", 2015));

        Assert.Equal("Titles that come near.", match.Note);
    }

    [Fact]
    public void Match_YearBeside_ByTitleAndNearYear()
    {
        FilmMatch match = new FilmMatcher(Catalog("Heat (1995)")).Match(Film("Heat", 1996));

        Assert.Equal((0, MatchedBy.TitleAndNearYear), (match.Item?.Value, match.By));
    }

    [Fact]
    public void Match_YearRange_EveryYearOfItCounts()
    {
        FilmMatch match = new FilmMatcher(Catalog("Death Note (2006–2009)")).Match(Film("Death Note", 2008));

        Assert.Equal((0, MatchedBy.TitleAndYear), (match.Item?.Value, match.By));
    }

    [Fact]
    public void Match_NoYear_TitleAloneWhereItIsUnique()
    {
        var matcher = new FilmMatcher(Catalog("Heat (1995)", "Dracula (1931)", "Dracula (1992)"), item => item);

        FilmMatch heat = matcher.Match(Film("Heat"));
        FilmMatch dracula = matcher.Match(Film("Dracula"));

        Assert.Equal((0, MatchedBy.Title), (heat.Item?.Value, heat.By));
        Assert.Equal(MatchStatus.Ambiguous, dracula.Status);
        Assert.Equal([new ItemIndex(2), new ItemIndex(1)], dracula.Candidates);
    }

    [Fact]
    public void Match_YearInTheTitle_IsItsYear()
    {
        FilmMatch match = new FilmMatcher(Catalog("Dracula (1931)", "Dracula (1992)")).Match(Film("Dracula (1992)"));

        Assert.Equal((1, MatchedBy.TitleAndYear), (match.Item?.Value, match.By));
    }

    [Fact]
    public void Match_Remake_IsNeverTheOtherOne()
    {
        var matcher = new FilmMatcher(Catalog("Psycho (1960)", "Psycho (1998)", "Omen, The (1976)"));

        Assert.Equal(0, matcher.Match(Film("Psycho", 1960)).Item?.Value);
        Assert.Equal(1, matcher.Match(Film("Psycho", 1998)).Item?.Value);
        FilmMatch omen = matcher.Match(Film("The Omen", 2006));
        Assert.Equal(MatchStatus.Ambiguous, omen.Status);
        Assert.Equal([new ItemIndex(2)], omen.Candidates);
        Assert.Equal("The title is in the catalogue, but with another year.", omen.Note);
    }

    [Fact]
    public void Match_TwoOfOneTitleAndYear_AsksAndShowsTheKnownOneFirst()
    {
        var matcher = new FilmMatcher(Catalog("Emma (1996)", "Emma (1996)"), item => 10 * item);

        FilmMatch match = matcher.Match(Film("Emma", 1996));

        Assert.Equal(MatchStatus.Ambiguous, match.Status);
        Assert.Equal([new ItemIndex(1), new ItemIndex(0)], match.Candidates);
    }

    [Fact]
    public void Match_ArticleTellsTwoApart_TheVeryTitleGoesFirst()
    {
        var matcher = new FilmMatcher(Catalog("Circle, The (2000)", "Circle (2000)"));

        Assert.Equal(0, matcher.Match(Film("The Circle", 2000)).Item?.Value);
        Assert.Equal(1, matcher.Match(Film("Circle", 2000)).Item?.Value);
    }

    [Fact]
    public void Match_ArticleWithoutAYear_TellsTwoApartWhereItIsSaid()
    {
        var matcher = new FilmMatcher(Catalog("Arrival, The (1996)", "Arrival (2016)"));

        Assert.Equal(0, matcher.Match(Film("The Arrival")).Item?.Value);
        Assert.Equal(MatchStatus.Ambiguous, matcher.Match(Film("Arrival")).Status);
    }

    [Theory]
    [InlineData("Trois couleurs: Bleu (1993)", "Trois couleurs: Blue")]
    [InlineData("Nausicaä of the Valley of the Wind (1984)", "Nausica of the Vally of the Wind")]
    public void Match_SlipInTheYear_ByNearTitle(string title, string said)
    {
        MovieCatalog catalog = Catalog("Heat (1995)", title);
        var matcher = new FilmMatcher(catalog);

        FilmMatch match = matcher.Match(Film(said, catalog.Movies[1].Year));
        FilmMatch beside = matcher.Match(Film(said, catalog.Movies[1].Year - 1));

        Assert.Equal((1, MatchedBy.NearTitle), (match.Item?.Value, match.By));
        Assert.Equal(MatchStatus.Ambiguous, beside.Status);
        Assert.Equal([new ItemIndex(1)], beside.Candidates);
    }

    [Theory]
    [InlineData("Rocky III (1982)", "Rocky II")]
    [InlineData("Look Who's Talking (1989)", "Look Who's Talking Too")]
    public void Match_OtherPartOfASeriesInTheYear_Asks(string title, string said)
    {
        MovieCatalog catalog = Catalog(title);

        FilmMatch match = new FilmMatcher(catalog).Match(Film(said, catalog.Movies[0].Year));

        Assert.NotEqual(MatchStatus.Matched, match.Status);
    }

    [Fact]
    public void Match_ManyFit_FiveCandidates()
    {
        var matcher = new FilmMatcher(Catalog([.. Enumerable.Range(0, 9).Select(n => $"Hamlet ({1950 + n})")]));

        Assert.Equal(5, matcher.Match(Film("Hamlet")).Candidates.Count);
    }

    [Fact]
    public void Match_OtherTitle_CountsAsWell()
    {
        ImportedFilm film = Film("Les Sept Samouraïs", 1954) with { OtherTitles = ["Shichinin no Samurai"] };

        FilmMatch match = new FilmMatcher(Catalog("Seven Samurai (Shichinin no samurai) (1954)")).Match(film);

        Assert.Equal((0, MatchedBy.TitleAndYear), (match.Item?.Value, match.By));
    }

    [Theory]
    [InlineData("Casablanca", 1942)]
    [InlineData("", null)]
    [InlineData("   ", 1995)]
    public void Match_NothingNear_IsUnknown(string title, int? year)
    {
        FilmMatch match = new FilmMatcher(Catalog("Heat (1995)")).Match(Film(title, year));

        Assert.Equal(MatchStatus.Unknown, match.Status);
        Assert.Empty(match.Candidates);
    }

    [Fact]
    public void Match_EmptyCatalog_IsUnknown() =>
        Assert.Equal(MatchStatus.Unknown, new FilmMatcher(new MovieCatalog([], 0)).Match(Film("Heat", 1995)).Status);
}
