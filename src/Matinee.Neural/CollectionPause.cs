using System.Runtime;

namespace Matinee.Neural;

/// <summary>
/// Keeps the garbage collector away from native calls. TorchSharp does not keep a scalar alive while a call reads it, and every
/// <c>x * 2</c>, and the 1 in <c>a + b</c>, is one: a concurrent collection, or one that another thread causes, may free it under
/// the call's hands (TorchSharp's pull request 1434). Collections then happen between steps, in <see cref="Renew"/>.
/// </summary>
/// <remarks>For the whole process. Where memory is short, or more is allocated than was set aside, collections go on as ever.</remarks>
internal sealed class CollectionPause : IDisposable
{
    private const long Budget = 256 << 20;
    private const long LargeObjects = 128 << 20;

    private static readonly Lock s_gate = new();
    private static int s_pauses;
    private static long s_allocated;

    private bool disposed;

    private CollectionPause() { }

    /// <summary>Begins a pause, or joins one.</summary>
    public static CollectionPause Begin()
    {
        lock (s_gate)
        {
            if (s_pauses++ == 0)
            {
                Start();
            }
        }

        return new CollectionPause();
    }

    /// <summary>Call it where no native call runs: lets the collector work where half of what was set aside is used.</summary>
    public static void Renew()
    {
        lock (s_gate)
        {
            // With several pauses the others' native calls may run.
            if (s_pauses == 1 && GC.GetTotalAllocatedBytes() - s_allocated > LargeObjects / 2)
            {
                End();
                // To begin a pause may leave garbage that is not in its way.
                GC.Collect();
                Start();
            }
        }
    }

    public void Dispose()
    {
        lock (s_gate)
        {
            if (!disposed && --s_pauses == 0)
            {
                End();
            }

            disposed = true;
        }
    }

    private static void Start()
    {
        s_allocated = GC.GetTotalAllocatedBytes();
        try
        {
            GC.TryStartNoGCRegion(Budget, LargeObjects);
        }
        catch (ArgumentOutOfRangeException)
        {
            // More than the heap may ever be.
        }
        catch (InvalidOperationException)
        {
            // The program that runs us pauses collections itself.
        }
    }

    private static void End()
    {
        if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
        {
            try
            {
                GC.EndNoGCRegion();
            }
            catch (InvalidOperationException)
            {
                // It ended itself: more was allocated than was set aside.
            }
        }
    }
}
