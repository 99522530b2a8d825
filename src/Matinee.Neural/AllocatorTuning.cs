using System.Runtime.InteropServices;

namespace Matinee.Neural;

/// <summary>
/// Tells glibc to keep freed memory. By default it hands blocks above a threshold back to the system at once, and a
/// training step, which frees and asks for the same tensors again, pays for fresh zeroed pages each time: 10 to 20 % of the
/// processor time where tensors are of some MB, nothing below 1 MB.
/// </summary>
public static partial class AllocatorTuning
{
    // <malloc.h>
    private const int TrimThreshold = -1;
    private const int MmapThreshold = -3;

    // The most that glibc before 2.35 takes.
    private const int LargestOldMmapThreshold = 32 << 20;

    /// <summary>
    /// For the whole process, from now on; the process stays as large as it once was, so it is for a command that trains and
    /// ends. Returns false, and changes nothing, where the C library is not glibc.
    /// </summary>
    public static bool KeepFreedMemory()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }
        try
        {
            return Set(TrimThreshold, int.MaxValue) != 0
                && (Set(MmapThreshold, int.MaxValue) != 0 || Set(MmapThreshold, LargestOldMmapThreshold) != 0);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int Set(int parameter, int value);
}
