using System.Runtime.InteropServices;

namespace Matinee.Core.Numerics;

/// <summary>
/// Asks for memory in pages of 2 MB. Factors are read in random order: with pages of 4 KB, a hundred megabytes of them miss the
/// translation buffer at nearly every row.
/// </summary>
internal static unsafe partial class LargePages
{
    private const nuint PageBytes = 2 << 20;
    private const int MadviseHugePage = 14;

    /// <summary>Advice to Linux, before the memory is first written; nothing where it is refused, unknown or not worth it.</summary>
    public static void Advise(void* start, nuint bytes)
    {
        nuint first = ((nuint)start + PageBytes - 1) / PageBytes * PageBytes;
        nuint end = ((nuint)start + bytes) / PageBytes * PageBytes;
        if (!OperatingSystem.IsLinux() || end <= first)
        {
            return;
        }

        try
        {
            _ = Madvise((void*)first, end - first, MadviseHugePage);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // A libc of another name: pages stay small.
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Madvise(void* start, nuint length, int advice);
}
