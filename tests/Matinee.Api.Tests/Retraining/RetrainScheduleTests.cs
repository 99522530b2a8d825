using Matinee.Api.Retraining;

namespace Matinee.Api.Tests.Retraining;

public class RetrainScheduleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("every 24h", "2026-11-29T12:00:00Z")]
    [InlineData("every 90s", "2026-11-28T12:01:30Z")]
    [InlineData("every 0.5h", "2026-11-28T12:30:00Z")]
    [InlineData("EVERY 2d", "2026-11-30T12:00:00Z")]
    [InlineData("30 4 * * *", "2026-11-29T04:30:00Z")]
    [InlineData("*/15 * * * *", "2026-11-28T12:15:00Z")]
    [InlineData("0 3 * * 1", "2026-11-30T03:00:00Z")]
    public void Next_Schedule_IsTheTime(string text, string expected)
    {
        RetrainSchedule schedule = RetrainSchedule.Parse(text)!;

        Assert.Equal(
            DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            schedule.Next(Noon, TimeZoneInfo.Utc)
        );
    }

    [Fact]
    public void Next_NeverComing_IsNull() =>
        Assert.Null(RetrainSchedule.Parse("0 0 30 2 *")!.Next(Noon, TimeZoneInfo.Utc));

    [Fact]
    public void Parse_Off_IsNull() => Assert.Null(RetrainSchedule.Parse("off"));

    [Theory]
    [InlineData("")]
    [InlineData("daily")]
    [InlineData("every day")]
    [InlineData("every 0s")]
    [InlineData("every -1h")]
    [InlineData("61 * * * *")]
    [InlineData("* * * *")]
    public void Parse_NoSchedule_SaysWhatIsWanted(string text)
    {
        var exception = Assert.Throws<FormatException>(() => RetrainSchedule.Parse(text));

        Assert.Contains("30 4 * * *", exception.Message, StringComparison.Ordinal);
    }
}
