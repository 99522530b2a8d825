using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Matinee.Api.Search.Semantic;

/// <summary>Products of a query in 16 bits with vectors in 8 bits; sums are exact in 32.</summary>
internal static class QuantizedDot
{
    public static int Dot(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> vector) =>
        Avx2.IsSupported ? DotAvx2(query, vector) : DotPortable(query, vector);

    internal static int DotAvx2(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> vector)
    {
        ref short left = ref MemoryMarshal.GetReference(query);
        ref sbyte right = ref MemoryMarshal.GetReference(vector);
        Vector256<int> sum = Vector256<int>.Zero;
        int n = 0;
        for (; n <= query.Length - Vector256<short>.Count; n += Vector256<short>.Count)
        {
            Vector256<short> wide = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref right, (nuint)n));
            sum += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref left, (nuint)n), wide);
        }

        return Vector256.Sum(sum) + DotScalar(query[n..], vector[n..]);
    }

    internal static int DotPortable(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> vector)
    {
        ref short left = ref MemoryMarshal.GetReference(query);
        ref sbyte right = ref MemoryMarshal.GetReference(vector);
        Vector128<int> sum = Vector128<int>.Zero;
        int n = 0;
        for (; n <= query.Length - Vector128<sbyte>.Count; n += Vector128<sbyte>.Count)
        {
            (Vector128<short> low, Vector128<short> high) = Vector128.Widen(Vector128.LoadUnsafe(ref right, (nuint)n));
            sum += Products(Vector128.LoadUnsafe(ref left, (nuint)n), low);
            sum += Products(Vector128.LoadUnsafe(ref left, (nuint)(n + Vector128<short>.Count)), high);
        }

        return Vector128.Sum(sum) + DotScalar(query[n..], vector[n..]);
    }

    internal static int DotScalar(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> vector)
    {
        int sum = 0;
        for (int n = 0; n < query.Length; n++)
        {
            sum += query[n] * vector[n];
        }

        return sum;
    }

    private static Vector128<int> Products(Vector128<short> left, Vector128<short> right)
    {
        (Vector128<int> leftLow, Vector128<int> leftHigh) = Vector128.Widen(left);
        (Vector128<int> rightLow, Vector128<int> rightHigh) = Vector128.Widen(right);
        return leftLow * rightLow + leftHigh * rightHigh;
    }
}
