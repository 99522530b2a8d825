namespace Matinee.Tests.Fuzzing;

/// <summary>Samples the process's memory from another thread, so that what is freed again is seen too.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly long baseline;
    private readonly Timer timer;
    private long highest;

    public MemoryWatch()
    {
        Collect();
        baseline = Environment.WorkingSet;
        timer = new Timer(_ => Sample(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(5));
    }

    /// <summary>How far the working set rose over what it was at first.</summary>
    public long GrowthBytes
    {
        get
        {
            Sample();
            return Interlocked.Read(ref highest) - baseline;
        }
    }

    /// <summary>Gives what is garbage back to the machine.</summary>
    public static void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true);

    public void Dispose() => timer.Dispose();

    private void Sample()
    {
        long now = Environment.WorkingSet;
        long before;
        while ((before = Interlocked.Read(ref highest)) < now)
        {
            Interlocked.CompareExchange(ref highest, now, before);
        }
    }
}
