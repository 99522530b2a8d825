using Matinee.Report.Charts;

namespace Matinee.Report.Tests.Charts;

public class TickLinesTests
{
    // Room for ten letters.
    [Theory]
    [InlineData("short", "short")]
    [InlineData("1 to 20 ratings", "1 to 20|ratings")]
    [InlineData("a name of very many words", "a name of|very many…")]
    [InlineData("unbreakableword", "unbreakab…")]
    public void Break_AnyName_FitsInTwoLines(string name, string lines)
    {
        Assert.Equal(lines.Split('|'), TickLines.Break(name, 60));
    }
}
