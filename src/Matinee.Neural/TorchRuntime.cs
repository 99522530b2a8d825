using System.Runtime.InteropServices;
using Matinee.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace Matinee.Neural;

/// <summary>The native library under the networks: loaded once, told where and on how many threads to work.</summary>
public static class TorchRuntime
{
    // Whether there is CUDA; to ask is the first native call.
    private static readonly Lazy<bool> s_loaded = new(() => Load(FirstCall));

    /// <summary>The device to train or score on.</summary>
    /// <exception cref="MatineeException">
    /// <see cref="DeviceChoice.Cuda"/> without a GPU that this build can use, or no native library for this machine.
    /// </exception>
    public static Device Choose(DeviceChoice choice) =>
        // The CPU's choice loads, too: a missing library is said before the work starts.
        Choose(choice, s_loaded.Value) == DeviceType.CUDA
            ? CUDA
            : CPU;

    /// <summary>Sets how many threads one operation may use; results of sums may differ in the last bits between counts.</summary>
    /// <exception cref="MatineeException">No native library for this machine.</exception>
    public static void UseThreads(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _ = s_loaded.Value;
        set_num_threads(threads);
    }

    /// <summary>Whether the library's file lies beside the program at all; it does not where none exists for the machine.</summary>
    public static bool IsPresent =>
        OperatingSystem.IsWindows()
            ? File.Exists(Path.Combine(AppContext.BaseDirectory, "torch_cpu.dll"))
            : File.Exists(Path.Combine(AppContext.BaseDirectory, $"libtorch_cpu.{Extension}"));

    /// <summary>Loads the library and multiplies two small matrices with it.</summary>
    /// <exception cref="MatineeException">No native library for this machine, or one that computes something else.</exception>
    public static TorchFacts Try()
    {
        bool gpu = s_loaded.Value;
        using Tensor ones = torch.ones(64, 64);
        using Tensor product = ones.mm(ones);
        float sum = product.sum().item<float>();
        // Each of the 64 * 64 cells is 64.
        return sum == 64 * 64 * 64
            ? new TorchFacts(torch.__version__, gpu ? cuda.device_count() : 0)
            : throw new MatineeException($"libtorch loads but computes {sum} for {64 * 64 * 64}. Build Matinee again.");
    }

    internal static DeviceType Choose(DeviceChoice choice, bool cuda) =>
        choice switch
        {
            DeviceChoice.Cpu => DeviceType.CPU,
            DeviceChoice.Auto => cuda ? DeviceType.CUDA : DeviceType.CPU,
            DeviceChoice.Cuda when cuda => DeviceType.CUDA,
            DeviceChoice.Cuda => throw new MatineeException(
                "device 'cuda': no GPU that this build can use. Check that `nvidia-smi` lists one and that Matinee was built "
                    + "with -p:MatineeTorch=cuda, or use device 'cpu' or 'auto'."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, null),
        };

    private static string Extension => OperatingSystem.IsMacOS() ? "dylib" : "so";

    private static bool FirstCall()
    {
        OpenMp.SleepWhileWaiting();
        // TorchSharp does the same by name; where that fails, it copies half a gigabyte about and prints a page.
        if (!OperatingSystem.IsWindows())
        {
            NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, $"libtorch_cpu.{Extension}"));
            NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, $"libLibTorchSharp.{Extension}"));
        }
        return cuda.is_available();
    }

    /// <summary>Runs the first native call; returns what it returns.</summary>
    internal static T Load<T>(Func<T> firstCall)
    {
        try
        {
            return firstCall();
        }
        catch (Exception e)
            when (e
                    is TypeInitializationException
                        or DllNotFoundException
                        or BadImageFormatException
                        or EntryPointNotFoundException
                        or NotSupportedException
                        or ExternalException
            )
        {
            throw new MatineeException(
                $"The native library under networks (libtorch) does not load on {RuntimeInformation.RuntimeIdentifier}: "
                    + $"{Reason(e.GetBaseException().Message)}. It exists for linux-x64 (glibc), win-x64, win-arm64 and osx-arm64; there, "
                    + "build again from the sources (the .NET tool leaves it out for its size). Models other than networks train without "
                    + "it; where no device is named, every model scores without it.",
                e
            );
        }
    }

    private static string Reason(string message)
    {
        // The runtime's own first line is about how to debug; the loader's reason follows it.
        string[] lines = message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        int reason = lines.Length > 1 && lines[0].StartsWith("Unable to load", StringComparison.Ordinal) ? 1 : 0;
        return lines[reason].TrimEnd('.');
    }
}
