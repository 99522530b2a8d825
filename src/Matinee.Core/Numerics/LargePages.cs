using System.Runtime.InteropServices;

namespace Matinee.Core.Numerics;

/// <summary>
/// Memory in pages of 2 MiB instead of 4 KiB: what is first written takes as many fewer interruptions, and what is read in random
/// order, as factors are, misses the translation buffer at nearly every row no more.
/// </summary>
public static unsafe partial class LargePages
{
    private const nuint PageBytes = 2 << 20;
    private const int WillUseLargePages = 14; // MADV_HUGEPAGE

    /// <summary>An array of whatever its memory holds, in large pages as far as they are there.</summary>
    public static T[] Array<T>(int length)
        where T : unmanaged
    {
        T[] array = GC.AllocateUninitializedArray<T>(length);
        fixed (T* start = array)
        {
            Advise(start, (nuint)length * (nuint)sizeof(T));
        }

        return array;
    }

    /// <summary>A wish, before the memory is first written; nothing where it is refused, unknown or not worth it.</summary>
    public static void Advise(void* start, nuint bytes)
    {
        if (!OperatingSystem.IsLinux() || bytes < 4 * PageBytes)
        {
            return;
        }

        nuint first = ((nuint)start + PageBytes - 1) & ~(PageBytes - 1);
        nuint end = ((nuint)start + bytes) & ~(PageBytes - 1);
        try
        {
            _ = Madvise(first, end - first, WillUseLargePages);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // A libc of another name: pages stay small.
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Madvise(nuint start, nuint length, int advice);
}
