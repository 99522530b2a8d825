using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class DayMapTests
{
    private const long Day = 86_400;

    [Fact]
    public void Of_AnyTimes_AreTheDaysInTurn()
    {
        DayMap days = DayMap.Of([9 * Day, 3 * Day + 5, 3 * Day, -1, 9 * Day - 1]);

        Assert.Equal([-1, 3, 8, 9], days.Days);
        Assert.Equal(4, days.Count);
    }

    [Theory]
    [InlineData(-Day, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(3 * Day - 1, -1)]
    [InlineData(3 * Day, 1)]
    [InlineData(4 * Day - 1, 1)]
    [InlineData(4 * Day, -1)]
    [InlineData(1_000_000 * Day, -1)]
    public void RowOf_AnyTime_IsItsDayOrNone(long timestamp, int expected) =>
        Assert.Equal(expected, new DayMap([-1, 3]).RowOf(timestamp));
}
