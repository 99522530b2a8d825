using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Tests;

public class TitleLookupTests
{
    // Each has one rating more than the one before.
    private static readonly string[] Titles =
    [
        "Alien (1979)",
        "Matrix, The (1999)",
        "Aliens (1986)",
        "Cowboys & Aliens (2011)",
        "Alien (2003)",
        "City of Lost Children, The (Cité des enfants perdus, La) (1995)",
    ];

    private readonly TitleLookup lookup = new(
        new MovieCatalog(
            [.. Titles.Select((title, n) => new Movie { Id = new ItemId(n + 1), Title = title })],
            Titles.Length
        ),
        item => item
    );

    [Theory]
    [InlineData("Alien (1979)", 0)]
    [InlineData("alien (1979)", 0)]
    [InlineData("the matrix", 1)]
    [InlineData("Matrix, The", 1)]
    [InlineData("The Matrix (1999)", 1)]
    [InlineData(" matrix ", 1)]
    [InlineData("la cité des enfants perdus", 5)]
    public void Find_OneTitle_GivesTheMovie(string title, int expected) => Assert.Equal([expected], lookup.Find(title));

    [Fact]
    public void Find_SeveralFit_ExactFirstThenBeginningsThenTheMostRated() =>
        Assert.Equal([4, 0, 2, 3], lookup.Find("Alien"));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Allien")]
    public void Find_NoTitle_GivesNothing(string title) => Assert.Empty(lookup.Find(title));
}
