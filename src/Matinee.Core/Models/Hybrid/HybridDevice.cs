using System.Text.Json.Serialization;

namespace Matinee.Core.Models.Hybrid;

/// <summary>Where the network is trained; it runs on the CPU unless told otherwise.</summary>
[JsonConverter(typeof(ConfigEnumConverter<HybridDevice>))]
public enum HybridDevice
{
    /// <summary>The GPU where there is one that this build can use, else the CPU.</summary>
    Auto,

    Cpu,

    /// <summary>The first NVIDIA GPU; an error where there is none.</summary>
    Cuda,
}
