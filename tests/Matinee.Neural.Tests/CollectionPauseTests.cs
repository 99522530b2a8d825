using System.Runtime;
using System.Runtime.CompilerServices;

namespace Matinee.Neural.Tests;

[Collection(Hybrid.OneAfterAnother.Name)]
public class CollectionPauseTests
{
    [Fact]
    public void Begin_OtherThreadsAllocate_NothingIsCollected()
    {
        using CollectionPause pause = CollectionPause.Begin();
        int before = GC.CollectionCount(0);

        Parallel.For(0, 2, _ => Allocate(20 << 20));

        Assert.Equal(before, GC.CollectionCount(0));
    }

    [Fact]
    public void Renew_MuchWasAllocated_Collects()
    {
        using CollectionPause pause = CollectionPause.Begin();
        var garbage = Garbage();
        Allocate(70 << 20);
        int before = GC.CollectionCount(2);

        CollectionPause.Renew();

        Assert.True(GC.CollectionCount(2) > before);
        Assert.False(garbage.IsAlive);
    }

    [Fact]
    public void Dispose_OfOneOfTwo_PauseGoesOn()
    {
        using CollectionPause outer = CollectionPause.Begin();
        CollectionPause inner = CollectionPause.Begin();

        inner.Dispose();
        inner.Dispose();
        int before = GC.CollectionCount(0);
        Allocate(20 << 20);

        Assert.Equal(before, GC.CollectionCount(0));
    }

    [Fact]
    public void Dispose_MoreThanSetAsideWasAllocated_EndsQuietly()
    {
        CollectionPause pause = CollectionPause.Begin();
        Allocate(400 << 20);

        pause.Dispose();

        Assert.NotEqual(GCLatencyMode.NoGCRegion, GCSettings.LatencyMode);
    }

    // By itself, so that no variable keeps it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Garbage() => new(new byte[200_000]);

    // Pieces of 64 KiB, all of them garbage at once.
    private static void Allocate(int bytes)
    {
        for (int n = 0; n < bytes; n += 1 << 16)
        {
            GC.KeepAlive(new byte[1 << 16]);
        }
    }
}
