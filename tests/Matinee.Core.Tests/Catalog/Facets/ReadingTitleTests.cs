using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;
using Matinee.Core.Interactions;

namespace Matinee.Core.Tests.Catalog.Facets;

public class ReadingTitleTests
{
    [Theory]
    [InlineData("Matrix, The (1999)", "The Matrix (1999)")]
    [InlineData("Toy Story (1995)", "Toy Story (1995)")]
    [InlineData(
        "Good, the Bad and the Ugly, The (Buono, il brutto, il cattivo, Il) (1966)",
        "The Good, the Bad and the Ugly (Il Buono, il brutto, il cattivo) (1966)"
    )]
    [InlineData("Twelve Monkeys (a.k.a. 12 Monkeys) (1995)", "Twelve Monkeys (12 Monkeys) (1995)")]
    [InlineData(
        "Léon: The Professional (a.k.a. The Professional) (Léon) (1994)",
        "Léon: The Professional (The Professional) (Léon) (1994)"
    )]
    [InlineData("Avventura, L' (a.k.a. Adventure, The) (1960)", "L'Avventura (The Adventure) (1960)")]
    [InlineData("Mrs. Brown (a.k.a. Her Majesty, Mrs. Brown) (1997)", "Mrs. Brown (Her Majesty, Mrs. Brown) (1997)")]
    [InlineData("Land Before Time III, The (1995) (V)", "The Land Before Time III (1995)")]
    [InlineData("Death Note: Desu nôto (2006–2007)", "Death Note: Desu nôto (2006–2007)")]
    [InlineData("(500) Days of Summer (2009)", "(500) Days of Summer (2009)")]
    [InlineData("Movie () (2001)", "Movie () (2001)")]
    [InlineData("Crow, The: Wicked Prayer (2005)", "The Crow: Wicked Prayer (2005)")]
    [InlineData("Babylon 5", "Babylon 5")]
    [InlineData("1984", "1984")]
    [InlineData("(1984)", "(1984)")]
    [InlineData("Odd (unclosed (1999)", "Odd (unclosed (1999)")]
    public void Of_Title_ReadsAsPeopleSayIt(string title, string expected)
    {
        Assert.Equal(expected, ReadingTitle.Of(new Movie { Id = new ItemId(1), Title = title }));
    }

    [Fact]
    public void Of_YearThatTheTitleLacks_IsAdded()
    {
        var movie = new Movie
        {
            Id = new ItemId(1),
            Title = "Postman, The",
            Year = 1997,
        };

        Assert.Equal("The Postman (1997)", ReadingTitle.Of(movie));
    }

    [Fact]
    public async Task Of_ManyBrackets_EndsSoon()
    {
        string title = string.Concat(Enumerable.Repeat("(a ", 2000)) + string.Concat(Enumerable.Repeat("(b) ", 2000));
        var movie = new Movie { Id = new ItemId(1), Title = title };

        string read = await Task.Run(() => ReadingTitle.Of(movie)).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.NotEmpty(read);
    }
}
