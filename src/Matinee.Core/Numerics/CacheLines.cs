using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Matinee.Core.Numerics;

internal static unsafe class CacheLines
{
    /// <summary>Asks for a row of factors that is needed soon; nothing where the processor can't be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(float* row, nint stride)
    {
        if (Sse.IsSupported)
        {
            for (nint column = 0; column < stride; column += FactorMatrix.Padding)
            {
                Sse.Prefetch0(row + column);
            }
        }
    }
}
