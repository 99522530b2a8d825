using Matinee.Cli.Terminal;

namespace Matinee.Cli.Tests.Terminal;

public class TrimmedLinesTests
{
    [Theory]
    [InlineData("a  \nb", "a\nb")]
    [InlineData("  a b  c ", "  a b  c")]
    [InlineData("a \r\n   \n  b\n", "a\r\n\n  b\n")]
    [InlineData("", "")]
    public void Write_Text_LosesSpacesAtEndsOfLines(string text, string expected)
    {
        using var whole = new StringWriter();
        using var split = new StringWriter();

        new TrimmedLines(whole).Write(text);
        var parts = new TrimmedLines(split);
        foreach (char letter in text)
        {
            parts.Write([letter], 0, 1);
        }

        Assert.Equal(expected, whole.ToString());
        Assert.Equal(expected, split.ToString());
    }
}
