using Matinee.Core.Models.Tuning;

namespace Matinee.Core.Tests.Models.Tuning;

public class NumberRangeTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(0.25, 31.6)] // 10^1.5 = 31.62; a thousandth of the way is 0.15, so one digit after the point
    [InlineData(0.5, 100)]
    [InlineData(1, 1000)]
    public void ValueAt_LogScale_GoesByRatios(double position, double expected) =>
        Assert.Equal(expected, new NumberRange("x", 10, 1000, RangeScale.Log, null).ValueAt(position), 9);

    [Theory]
    [InlineData(0, -1)]
    [InlineData(0.123456, -0.753)] // −1 + 2 · 0.123456 = −0.753088, in thousandths of 2
    [InlineData(1, 1)]
    public void ValueAt_LinearScale_IsRoundedToWhatPeopleRead(double position, double expected) =>
        Assert.Equal(expected, new NumberRange("x", -1, 1, RangeScale.Linear, null).ValueAt(position), 9);

    // Three values, a third of the way each.
    [Theory]
    [InlineData(0, 4)]
    [InlineData(0.33, 4)]
    [InlineData(0.34, 5)]
    [InlineData(0.67, 6)]
    [InlineData(1, 6)]
    public void ValueAt_WholeNumbers_GivesEndsTheirFullShare(double position, double expected) =>
        Assert.Equal(expected, new NumberRange("x", 4, 6, RangeScale.Linear, 1).ValueAt(position));

    // From 0.5 to 4.5, a ratio of 9: 1 has up to 1.5 (a ratio of 3, half of the way), 4 from 3.5 on (ln 7 / ln 9 = 0.886).
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.49, 1)]
    [InlineData(0.51, 2)]
    [InlineData(0.88, 3)]
    [InlineData(0.89, 4)]
    [InlineData(1, 4)]
    public void ValueAt_WholeNumbersOnTheLogScale_GivesEndsTheirFullShare(double position, double expected) =>
        Assert.Equal(expected, new NumberRange("x", 1, 4, RangeScale.Log, 1).ValueAt(position));

    [Fact]
    public void ValueAt_DecimalSteps_AreTheDecimals()
    {
        var range = new NumberRange("x", 0, 1, RangeScale.Linear, 0.1);

        Assert.Equal(11, range.Count);
        Assert.Equal(
            [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
            Enumerable.Range(0, 11).Select(n => range.Level(n))
        );
        Assert.Equal(0.3, range.ValueAt(0.3));
    }

    // 10, 14, 18: the end is not reached.
    [Fact]
    public void Count_StepThatDoesNotDivide_EndsBefore()
    {
        var range = new NumberRange("x", 10, 20, RangeScale.Linear, 4);

        Assert.Equal((3, 18.0), (range.Count, range.ValueAt(1)));
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void PositionOf_ValueOfAPosition_HasThatValueAgain(double from, double to, RangeScale scale, double? step)
    {
        var range = new NumberRange("x", from, to, scale, step);

        for (int n = 0; n <= 1000; n++)
        {
            double value = range.ValueAt(n / 1000.0);
            Assert.InRange(value, from, to);
            Assert.Equal(value, range.ValueAt(range.PositionOf(value)));
        }
    }

    public static TheoryData<double, double, RangeScale, double?> Ranges() =>
        new()
        {
            { 0, 1, RangeScale.Linear, null },
            { -50, 1e6, RangeScale.Linear, null },
            { 0.99991, 0.99999, RangeScale.Linear, null },
            { 1e-9, 1e9, RangeScale.Log, null },
            { 0.5, 0.6, RangeScale.Log, null },
            { 8, 512, RangeScale.Log, 1 },
            { 1, 2_000_000_000, RangeScale.Linear, 1 },
            { 0.05, 0.95, RangeScale.Linear, 0.05 },
            { 1000.5, 1002, RangeScale.Linear, 0.25 },
        };
}
