using Matinee.Core.Texts;

namespace Matinee.Core.Tests.Texts;

public class DecompositionsTests
{
    [Theory]
    [InlineData("Léon", "Leon")]
    [InlineData("Le\u0301on", "Leon")]
    [InlineData("Việt Nam", "Viet Nam")]
    [InlineData("Łódź", "Łodz")]
    [InlineData("\u212B", "A")]
    [InlineData("İstanbul", "Istanbul")]
    [InlineData("が", "か")]
    [InlineData("Вий й", "Вии и")]
    [InlineData("한", "\u1112\u1161\u11AB")]
    [InlineData("가", "\u1100\u1161")]
    [InlineData("힣", "\u1112\u1175\u11C2")]
    [InlineData("\U0002F800", "丽")]
    [InlineData("ﬁlm Ⅳ", "ﬁlm Ⅳ")]
    [InlineData("😀 千と千尋", "😀 千と千尋")]
    public void StripAccents_Text_IsItsLettersWithoutMarks(string text, string expected)
    {
        Assert.Equal(expected, Decompositions.StripAccents(text));
    }

    [Fact]
    public void StripAccents_PlainText_IsTheSameString()
    {
        const string Text = "The Matrix (1999)";

        Assert.Same(Text, Decompositions.StripAccents(Text));
    }
}
