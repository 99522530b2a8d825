using CsCheck;
using Matinee.Core.Texts;

namespace Matinee.Core.Tests.Texts;

public class LevenshteinTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("matrix", "martix", 2)]
    public void Distance_TwoTexts_CountsLettersToChange(string left, string right, int expected) =>
        Assert.Equal(expected, Levenshtein.Distance(left, right, 10));

    [Fact]
    public void Distance_AnyBound_AsByTheDefinitionUpToIt()
    {
        Gen<string> text = Gen.String[Gen.Char['a', 'c'], 0, 7];
        Gen.Select(text, text, Gen.Int[0, 6])
            .Sample(
                (left, right, most) =>
                {
                    int slow = Slow(left, right);
                    int fast = Levenshtein.Distance(left, right, most);
                    Assert.True(
                        slow <= most ? fast == slow : fast > most,
                        $"{left} {right} {most}: {fast}, not {slow}"
                    );
                },
                iter: 2000
            );
    }

    private static int Slow(string left, string right) =>
        left.Length == 0 ? right.Length
        : right.Length == 0 ? left.Length
        : left[0] == right[0] ? Slow(left[1..], right[1..])
        : 1 + Math.Min(Slow(left[1..], right[1..]), Math.Min(Slow(left[1..], right), Slow(left, right[1..])));
}
