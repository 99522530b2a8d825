using Matinee.Api.Posters;

namespace Matinee.Api.Tests.Posters;

public sealed class AskingPauseTests
{
    private readonly ManualTime time = new();

    [Fact]
    public void Fail_AgainAndAgain_PausesTwiceAsLongUpToFiveMinutes()
    {
        var pause = new AskingPause(time);
        var seconds = new List<double>();
        for (int n = 0; n < 8; n++)
        {
            TimeSpan length = pause.Fail(null, out bool begins);
            Assert.True(begins);
            Assert.Equal(length, pause.Left);
            seconds.Add(length.TotalSeconds);
            time.Advance(length);
            Assert.Null(pause.Left);
        }

        Assert.Equal([5, 10, 20, 40, 80, 160, 300, 300], seconds);
        pause.Succeed();
        Assert.Equal(5, pause.Fail(null, out _).TotalSeconds);
    }

    [Fact]
    public void Fail_WhileItLasts_CountsOnce()
    {
        var pause = new AskingPause(time);
        pause.Fail(null, out _);
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(3, pause.Fail(null, out bool begins).TotalSeconds);

        Assert.False(begins);
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(10, pause.Fail(null, out _).TotalSeconds);
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(1_000_000, 3_600)]
    public void Fail_WantedLength_IsKeptWithinReason(int wanted, int given)
    {
        var pause = new AskingPause(time);

        Assert.Equal(given, pause.Fail(TimeSpan.FromSeconds(wanted), out _).TotalSeconds);
    }

    [Fact]
    public void Fail_ShorterWishWhileItLasts_DoesNotShortenIt()
    {
        var pause = new AskingPause(time);
        pause.Fail(TimeSpan.FromSeconds(60), out _);

        Assert.Equal(60, pause.Fail(TimeSpan.FromSeconds(10), out _).TotalSeconds);
        Assert.Equal(90, pause.Fail(TimeSpan.FromSeconds(90), out _).TotalSeconds);
    }
}
