using System.Runtime.InteropServices;
using Matinee.Core.Artifacts;
using Matinee.Data.Download;
using Matinee.Text.Caching;

namespace Matinee.Cli.Diagnosis;

/// <summary>Checks of the machine: the runtime, memory, disks.</summary>
internal static class MachineChecks
{
    private const long LittleMemory = 1_500_000_000;
    private const long LittleDisk = 1_000_000_000;
    private const long NoDisk = 50_000_000;

    public static Finding Program() =>
        Finding.Ok(
            "Matinee",
            $"{ModelBundle.MatineeVersion} on {RuntimeInformation.RuntimeIdentifier}, {RuntimeInformation.OSDescription}"
        );

    public static Finding Runtime(Version version) =>
        version.Major >= 10
            ? Finding.Ok(".NET", $"{version}, {Environment.ProcessorCount} processors")
            : Finding.Failed(
                ".NET",
                $"{version} is older than the 10 that Matinee is made for",
                "Install the .NET 10 runtime or SDK: https://dotnet.microsoft.com/download."
            );

    /// <param name="versions">What <c>dotnet --list-sdks</c> prints; null where there is no dotnet.</param>
    public static Finding Sdk(string? versions)
    {
        string[] all =
        [
            .. (versions ?? "")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => line.Split(' ')[0]),
        ];
        // A program that was published runs without any.
        return all.LastOrDefault(one => int.TryParse(one.Split('.')[0], out int major) && major >= 10) is { } newest
            ? Finding.Ok(".NET SDK", newest)
            : Finding.Warning(
                ".NET SDK",
                all.Length == 0 ? "none is found" : $"{string.Join(", ", all)}, but none of version 10",
                "Only building from the sources needs it: https://dotnet.microsoft.com/download."
            );
    }

    /// <param name="bytes">What this process may use.</param>
    public static Finding Memory(long bytes) =>
        bytes >= LittleMemory
            ? Finding.Ok("memory", $"{ByteSize.Format(bytes)} for this process")
            : Finding.Warning(
                "memory",
                $"{ByteSize.Format(bytes)} for this process",
                "Enough for MovieLens latest-small; give a container or machine more for larger data."
            );

    /// <param name="what">Such as <c>data</c>.</param>
    /// <param name="free">Null where the disk does not tell.</param>
    public static Finding Disk(string what, string path, long? free) =>
        free switch
        {
            null => Finding.Ok($"disk: {what}", $"does not tell how much is free ({path})"),
            < NoDisk => Finding.Failed(
                $"disk: {what}",
                $"{ByteSize.Format(free.Value)} free ({path})",
                "Free some space, or name folders on another disk."
            ),
            < LittleDisk => Finding.Warning(
                $"disk: {what}",
                $"{ByteSize.Format(free.Value)} free ({path})",
                "Enough for MovieLens latest-small; ml-32m takes some 4 GB."
            ),
            _ => Finding.Ok($"disk: {what}", $"{ByteSize.Format(free.Value)} free ({path})"),
        };

    /// <summary>Whether files can be written into a folder, which is made if it is missing.</summary>
    public static Finding Cache(string folder)
    {
        string file = Path.Combine(folder, $".doctor-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(folder);
            using FileStream probe = new(
                file,
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
            probe.WriteByte(0);
            return Finding.Ok("cache", $"{folder} can be written");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Finding.Failed(
                "cache",
                $"{folder} can't be written: {exception.Message}",
                $"Mend its rights, or name another folder in {CacheFolder.Variable}."
            );
        }
    }

    /// <param name="usable">GPUs that libtorch can use; null where libtorch does not load.</param>
    /// <param name="driver">Whether NVIDIA's driver is installed.</param>
    public static Finding Gpu(int? usable, bool driver) =>
        (usable, driver) switch
        {
            (> 0, _) => Finding.Ok("GPU", $"{usable} usable: networks train there (--device auto)"),
            (0, true) => Finding.Warning(
                "GPU",
                "an NVIDIA driver is here, and this build does not use it",
                "Build with -p:MatineeTorch=cuda (docs/hybrid.md); without it networks use the processor."
            ),
            _ => Finding.Ok("GPU", "none is seen: networks use the processor"),
        };

    /// <summary>Whether NVIDIA's driver is installed, by its files.</summary>
    public static bool HasNvidiaDriver() =>
        File.Exists("/proc/driver/nvidia/version")
        || File.Exists(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.System), "nvidia-smi.exe"));
}
