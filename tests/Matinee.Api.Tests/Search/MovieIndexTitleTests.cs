using Matinee.Api.Search;

namespace Matinee.Api.Tests.Search;

public class MovieIndexTitleTests
{
    private static readonly MovieIndex Few = Films.Index(
        "Matrix, The (1999)",
        "Matrix Reloaded, The (2003)",
        "Heat (1995)",
        "Heat, The (2013)",
        "Heat and Dust (1983)",
        "City of Lost Children, The (Cité des enfants perdus, La) (1995)",
        "Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)",
        "(500) Days of Summer (2009)",
        "Spider-Man (2002)",
        "Spiderman Returns (1990)",
        "Star Wars: Episode IV - A New Hope (1977)",
        "E.T. the Extra-Terrestrial (1982)",
        "Rocky II (1979)",
        "Schindler's List (1993)",
        "1984 (Nineteen Eighty-Four) (1984)",
        "Terminator, The (1984)",
        "Seven (a.k.a. Se7en) (1995)",
        "WALL·E (2008)",
        "Sørensen & Łukasz (2011)",
        "Godfather, The (1972)"
    );

    [Theory]
    [InlineData("the matrix", "Matrix, The (1999)")]
    [InlineData("matrix, the", "Matrix, The (1999)")]
    [InlineData("MATRIX", "Matrix, The (1999)")]
    [InlineData("teh matrx", "Matrix, The (1999)")]
    [InlineData("reloaded matrix", "Matrix Reloaded, The (2003)")]
    [InlineData("godfahter", "Godfather, The (1972)")]
    [InlineData("godfahte", "Godfather, The (1972)")]
    [InlineData("teh godfther", "Godfather, The (1972)")]
    [InlineData("heat 1995", "Heat (1995)")]
    [InlineData("2013 heat", "Heat, The (2013)")]
    [InlineData("heat 1996", "Heat (1995)")]
    [InlineData("cite des enfants", "City of Lost Children, The (Cité des enfants perdus, La) (1995)")]
    [InlineData("la cité des enfants perdus", "City of Lost Children, The (Cité des enfants perdus, La) (1995)")]
    [InlineData("amélie", "Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)")]
    [InlineData("amelie poulain", "Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)")]
    [InlineData("500 days", "(500) Days of Summer (2009)")]
    [InlineData("(500) days of su", "(500) Days of Summer (2009)")]
    [InlineData("spider man", "Spider-Man (2002)")]
    [InlineData("spiderman", "Spider-Man (2002)")]
    [InlineData("spider man returns", "Spiderman Returns (1990)")]
    [InlineData("starwars", "Star Wars: Episode IV - A New Hope (1977)")]
    [InlineData("star wars 4", "Star Wars: Episode IV - A New Hope (1977)")]
    [InlineData("et", "E.T. the Extra-Terrestrial (1982)")]
    [InlineData("e.t.", "E.T. the Extra-Terrestrial (1982)")]
    [InlineData("rocky 2", "Rocky II (1979)")]
    [InlineData("rocky two", "Rocky II (1979)")]
    [InlineData("schindlers list", "Schindler's List (1993)")]
    [InlineData("schindler’s list", "Schindler's List (1993)")]
    [InlineData("shindler list", "Schindler's List (1993)")]
    [InlineData("1984", "1984 (Nineteen Eighty-Four) (1984)")]
    [InlineData("terminator 1984", "Terminator, The (1984)")]
    [InlineData("se7en", "Seven (a.k.a. Se7en) (1995)")]
    [InlineData("wall-e", "WALL·E (2008)")]
    [InlineData("walle", "WALL·E (2008)")]
    [InlineData("sorensen and lukasz", "Sørensen & Łukasz (2011)")]
    public void List_TitleAsTyped_IsFirst(string typed, string title) => Assert.Equal(title, Few.Found(typed)[0]);

    [Fact]
    public void List_NothingLikeIt_IsEmpty()
    {
        Assert.Empty(Few.Found("xylophone quartet"));
        Assert.Empty(Few.Found("!?"));
    }

    [Fact]
    public void List_YearAlone_FindsItsMovies()
    {
        Assert.Equal(
            [
                "City of Lost Children, The (Cité des enfants perdus, La) (1995)",
                "Heat (1995)",
                "Seven (a.k.a. Se7en) (1995)",
            ],
            Few.Found("1995").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void List_EquallyGoodTitles_GoByPopularity()
    {
        MovieIndex index = MovieIndex.Build(
            [Films.Film(1, "Heat (1986)"), Films.Film(2, "Heat (1995)"), Films.Film(3, "Heat (1972)")],
            new MovieStatistics([5, 900, 40], [3, 4, 3])
        );

        Assert.Equal(["Heat (1995)", "Heat (1972)", "Heat (1986)"], index.Found("heat"));
    }

    [Fact]
    public void List_MistypedPopularTitle_StaysBelowWhatWasTyped()
    {
        MovieIndex index = MovieIndex.Build(
            [Films.Film(1, "Last Shop, The (1986)"), Films.Film(2, "Last Ship, The (1995)")],
            new MovieStatistics([1, 100_000], [3, 4])
        );

        Assert.Equal("Last Shop, The (1986)", index.Found("the last shop")[0]);
    }

    [Fact]
    public void List_UnfinishedLastWord_FindsThePopularOneFirst()
    {
        string[] found = Films.Demo.Found("toy st");

        Assert.Equal("Toy Story (1995)", found[0]);
        Assert.Contains("Toy Story 2 (1999)", found);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void List_EveryTitleWithOneSlip_IsAmongTheFirstThree(int position, int kind)
    {
        MovieIndex index = Films.Demo;
        string[] missed =
        [
            .. index
                .Movies.Select(movie => movie.Title[..movie.Title.LastIndexOf('(')].Trim())
                .Where(title => title.Length > 9 && !title.Contains('(') && title.All(letter => letter < 128))
                .Where(title =>
                    !index
                        .Found(Slip(title, position + 2, kind), 3)
                        .Any(found => found.StartsWith(title, StringComparison.Ordinal))
                ),
        ];

        // Slips that make another word or hit a number are beyond help.
        Assert.True(missed.Length <= index.Movies.Count / 50, string.Join("; ", missed));
    }

    private static string Slip(string title, int position, int kind) =>
        kind switch
        {
            0 => title.Remove(position, 1),
            1 => title.Insert(position, "e"),
            _ => title[..position] + title[position + 1] + title[position] + title[(position + 2)..],
        };
}
