using System.CommandLine;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Core.Models.Hybrid;
using Matinee.Neural;
using Matinee.Neural.Hybrid.Scoring;

namespace Matinee.Cli.Configuration;

/// <summary>Where a network scores: in Core unless a device is named, so that only then libtorch is loaded.</summary>
internal static class ScoringDevice
{
    public static Option<string?> Option() =>
        Option(
            "Score a network through libtorch on this device: auto, cpu or cuda (an NVIDIA GPU). Default: without libtorch."
        );

    public static Option<string?> Option(string description)
    {
        var option = new Option<string?>("--device") { Description = description, HelpName = "device" };
        option.AcceptOnlyFromAmong("auto", "cpu", "cuda");
        return option;
    }

    /// <summary>The bundle with its network on the device; to be disposed then.</summary>
    /// <param name="device">As on the command line; null leaves the bundle as it is.</param>
    /// <exception cref="MatineeException">The model is no network, or the device or the native library is missing.</exception>
    public static ModelBundle Place(ModelBundle bundle, string? device) =>
        device is null ? bundle
        : bundle.Model is HybridModel network ? bundle with { Model = On(network, device) }
        : throw new MatineeException(
            $"--device is where a network scores (model 'hybrid'), and this model is of kind '{bundle.Model.Kind}', which "
                + "always scores on the CPU. Leave --device out."
        );

    // A method of its own: what is not called is not compiled, and loads nothing.
    private static TorchHybridModel On(HybridModel network, string device) =>
        TorchHybridModel.On(Enum.Parse<DeviceChoice>(device, ignoreCase: true), network);

    /// <summary><c>cpu</c> or <c>cuda</c>; null where Core scores.</summary>
    public static string? NameOf(ModelBundle bundle) => (bundle.Model as TorchHybridModel)?.DeviceName;
}
