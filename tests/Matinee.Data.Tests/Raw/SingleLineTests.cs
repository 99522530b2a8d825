using System.Diagnostics;
using Matinee.Data.Raw;

namespace Matinee.Data.Tests.Raw;

public class SingleLineTests
{
    [Theory]
    [InlineData("  Ten  ", "Ten")]
    [InlineData("A  B", "A  B")]
    [InlineData("A\nB", "A B")]
    [InlineData("A \r\n \n\t B  C", "A B  C")]
    [InlineData("\nA\rB\n", "A B")]
    [InlineData("", "")]
    public void Of_Breaks_BecomeOneSpace(string text, string expected) => Assert.Equal(expected, SingleLine.Of(text));

    [Fact]
    public void Of_LongRunOfSpaces_TakesNoTime()
    {
        string spaces = new(' ', 400_000);
        var clock = Stopwatch.StartNew();

        Assert.Equal($"a{spaces}b c", SingleLine.Of($"a{spaces}b\nc"));

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 2);
    }
}
