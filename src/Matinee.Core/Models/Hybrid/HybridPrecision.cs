using System.Text.Json.Serialization;

namespace Matinee.Core.Models.Hybrid;

/// <summary>How precisely training multiplies texts; everything else, and the trained network, is in 32 bits.</summary>
[JsonConverter(typeof(ConfigEnumConverter<HybridPrecision>))]
public enum HybridPrecision
{
    /// <summary>Mixed on a GPU, full on a CPU.</summary>
    Auto,

    Full,

    /// <summary>Products of bfloat16 numbers, summed in 32 bits.</summary>
    Mixed,
}
