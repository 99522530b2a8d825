namespace Matinee.Neural;

/// <summary>Where a network trains, or scores in batches.</summary>
public enum DeviceChoice
{
    /// <summary>The GPU where there is one that this build can use, else the CPU.</summary>
    Auto,

    Cpu,

    /// <summary>The first NVIDIA GPU; an error where there is none.</summary>
    Cuda,
}
