using System.Runtime.InteropServices;

namespace Matinee.Neural;

/// <summary>The thread pool below libtorch on Linux (GNU OpenMP).</summary>
internal static partial class OpenMp
{
    /// <summary>
    /// Makes threads that wait for one another sleep instead of spin, unless the environment says otherwise. Where another
    /// process wants the cores, too, spinning slowed small training steps twenty-fold. To be called before libtorch loads.
    /// </summary>
    public static void SleepWhileWaiting()
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable("GOMP_SPINCOUNT") is not null)
        {
            return;
        }
        // Not Environment.SetEnvironmentVariable: native code does not see that one.
        _ = SetEnvironment("OMP_WAIT_POLICY", "PASSIVE", overwrite: 0);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
