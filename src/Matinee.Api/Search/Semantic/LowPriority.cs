using System.Runtime.InteropServices;

namespace Matinee.Api.Search.Semantic;

/// <summary>Lets a thread work only with what others leave.</summary>
internal static partial class LowPriority
{
    // A tenth of what a usual thread gets where both want the processor. Less would let threads that the runtime starts from
    // this one, which inherit it, starve.
    private const int Niceness = 10;
    private const int OfThread = 0;
    private const int Myself = 0;

    /// <summary>For the thread that calls, for good.</summary>
    public static void Enter()
    {
        if (OperatingSystem.IsLinux())
        {
            // Thread.Priority does nothing there. A failure leaves the usual priority, which is no harm.
            _ = SetPriority(OfThread, Myself, Niceness);
        }
        else
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetPriority(int which, int who, int priority);
}
