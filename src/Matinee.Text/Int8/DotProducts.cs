using System.Runtime.Intrinsics.X86;

namespace Matinee.Text.Int8;

/// <summary>How this processor multiplies bytes.</summary>
internal static class DotProducts
{
    /// <summary>
    /// Whether unsigned times signed bytes are summed exactly. x86 without VNNI adds pairs in 16 bits that overflow
    /// (ONNX Runtime, "When and why do I need to try U8U8?"); there, weights are stored unsigned, which gives the same sums, more slowly.
    /// </summary>
    public static bool SignedWeightsAreExact { get; } = !X86Base.IsSupported || HasVnni();

    private static bool HasVnni()
    {
        const int AvxVnni = 1 << 4;
        const int Avx512Vnni = 1 << 11;
        if (X86Base.CpuId(0, 0).Eax < 7)
        {
            return false;
        }

        (int leaves, _, int features, _) = X86Base.CpuId(7, 0);
        return (Avx512F.IsSupported && (features & Avx512Vnni) != 0)
            || (Avx2.IsSupported && leaves >= 1 && (X86Base.CpuId(7, 1).Eax & AvxVnni) != 0);
    }
}
