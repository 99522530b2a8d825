using Matinee.Api.Search.Semantic;
using Matinee.Core;
using Matinee.Text;

namespace Matinee.Api.Tests.Search.Semantic;

public class IdleEncoderTests
{
    [Fact]
    public void Encode_AfterAWhileWithoutUse_LoadsItAgain()
    {
        var time = new ManualTime();
        var opened = new List<WordEncoder>();
        using var encoder = new IdleEncoder(Open, TimeSpan.FromMinutes(10), time);
        Assert.Empty(opened);

        encoder.Encode(["a"], TextRole.Query);
        time.Advance(TimeSpan.FromMinutes(9));
        encoder.Encode(["b"], TextRole.Query);
        time.Advance(TimeSpan.FromMinutes(9));
        Assert.True(encoder.IsLoaded);
        time.Advance(TimeSpan.FromMinutes(11));

        Assert.False(encoder.IsLoaded);
        Assert.Equal(1, opened[0].Disposals);
        encoder.Encode(["c"], TextRole.Query);
        Assert.Equal(2, opened.Count);

        WordEncoder Open()
        {
            opened.Add(new WordEncoder());
            return opened[^1];
        }
    }

    [Fact]
    public async Task Dispose_WhileInUse_WaitsForTheUser()
    {
        var inner = new WordEncoder();
        inner.Gate.Reset();
        var encoder = new IdleEncoder(() => inner, TimeSpan.FromMinutes(10), new ManualTime());
        Task<TextVectors> use = Task.Run(() => encoder.Encode(["a"], TextRole.Query));
        Assert.True(SpinWait.SpinUntil(() => encoder.IsLoaded, TimeSpan.FromSeconds(30)));

        encoder.Dispose();
        Assert.Equal(0, inner.Disposals);
        inner.Gate.Set();
        await use;

        Assert.Equal(1, inner.Disposals);
        Assert.Throws<ObjectDisposedException>(() => encoder.Encode(["a"], TextRole.Query));
    }

    [Fact]
    public void Encode_CannotBeOpened_TriesAgainNextTime()
    {
        int tries = 0;
        using var encoder = new IdleEncoder(
            () => ++tries < 2 ? throw new MatineeException("Not yet.") : new WordEncoder(),
            TimeSpan.FromMinutes(10),
            new ManualTime()
        );

        Assert.Throws<MatineeException>(() => encoder.Encode(["a"], TextRole.Query));
        Assert.Equal(1, encoder.Encode(["a"], TextRole.Query).Count);
    }

    private sealed class ManualTime : TimeProvider
    {
        private readonly List<Action> timers = [];
        private TimeSpan now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            timers.Add(() => callback(state));
            return TimeProvider.System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Advance(TimeSpan time)
        {
            now += time;
            timers.ForEach(tick => tick());
        }
    }
}
