using System.Runtime.Intrinsics;

namespace Matinee.Core.Numerics;

/// <summary>The vector size a kernel computes with. Every size gives right results on every machine; tests force each.</summary>
internal enum VectorWidth
{
    Bits128,
    Bits256,
    Bits512,
}

internal static class VectorWidths
{
    /// <summary>The widest vectors this machine has in hardware.</summary>
    public static VectorWidth Widest =>
        Vector512.IsHardwareAccelerated ? VectorWidth.Bits512
        : Vector256.IsHardwareAccelerated ? VectorWidth.Bits256
        : VectorWidth.Bits128;
}
