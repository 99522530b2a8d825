using Matinee.Data.Raw;

namespace Matinee.Data.Tests.Raw;

public class MovieTitleTests
{
    [Theory]
    [InlineData("Toy Story (1995)", 1995)]
    [InlineData("Death Note: Desu nôto (2006–2007)", 2006)]
    [InlineData("Stargate (2006-2007)", 2006)]
    [InlineData("The Bold Ones (2006– )", 2006)]
    [InlineData("Still Running (2006-)", 2006)]
    [InlineData("Spaced ( 1999 )", 1999)]
    [InlineData("2001: A Space Odyssey (1968)", 1968)]
    [InlineData("City of Lost Children, The (Cité des enfants perdus, La) (1995)", 1995)]
    [InlineData("Land Before Time III, The (1995) (V)", 1995)]
    [InlineData("Babylon 5", null)]
    [InlineData("1984", null)]
    [InlineData("Big (very) Movie (12345)", null)]
    [InlineData("Moon (3009)", null)]
    [InlineData("Arabic (١٩٩٩)", null)]
    [InlineData("", null)]
    public void Year_Title_IsTheFirstYearInTheLastBrackets(string title, int? expected)
    {
        Assert.Equal(expected, MovieTitle.Year(title));
    }
}
