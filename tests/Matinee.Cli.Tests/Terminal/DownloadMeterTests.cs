using Matinee.Cli.Terminal;

namespace Matinee.Cli.Tests.Terminal;

public class DownloadMeterTests
{
    private readonly Clock clock = new();

    [Fact]
    public void Describe_BeforeTheStart_IsEmpty() => Assert.Equal("", new DownloadMeter(clock).Describe());

    [Fact]
    public void Describe_AfterResuming_CountsOnlyNewBytesAsSpeed()
    {
        var meter = new DownloadMeter(clock);
        meter.Start(4_000_000, 6_000_000);
        clock.Advance(1);
        meter.Receive(4_500_000);

        Assert.Equal("4.5 MB of 6.0 MB, 500 kB/s, 3 s left", meter.Describe());
        Assert.Equal(0.75, meter.Fraction);
    }

    [Fact]
    public void Describe_TotalUnknown_LeavesOutTheRest()
    {
        var meter = new DownloadMeter(clock);
        meter.Start(0, null);
        clock.Advance(2);
        meter.Receive(2_000_000);

        Assert.Equal("2.0 MB, 1.0 MB/s", meter.Describe());
        Assert.Null(meter.Fraction);
    }

    [Fact]
    public void Describe_SpeedChanges_FollowsTheLastSeconds()
    {
        var meter = new DownloadMeter(clock);
        meter.Start(0, 1_000_000_000);
        for (int second = 1; second <= 20; second++)
        {
            clock.Advance(1);
            meter.Receive(second * 10_000_000L);
        }

        for (int second = 1; second <= 20; second++)
        {
            clock.Advance(1);
            meter.Receive(200_000_000 + second * 1_000_000L);
        }

        Assert.Equal("220 MB of 1.0 GB, 1.0 MB/s, 13 min left", meter.Describe());
    }

    [Fact]
    public void Describe_AllThere_IsJustTheSize()
    {
        var meter = new DownloadMeter(clock);
        meter.Start(0, 1000);
        clock.Advance(1);
        meter.Receive(1000);

        Assert.Equal("1.0 kB of 1.0 kB", meter.Describe());
    }

    private sealed class Clock : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public void Advance(int seconds) => ticks += seconds * TimeSpan.TicksPerSecond;
    }
}
