using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Matinee.Core.Numerics;

/// <summary>6 × 16 sums in 12 of AVX2's 16 registers; two for B and one for a broadcast of A.</summary>
internal readonly unsafe struct MatrixKernel256 : IMatrixKernel
{
    public static int Rows => 6;
    public static int Columns => 16;

    // A method of its own: inlined into the loops around it, the sums are spilled to the stack.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void SubtractProduct(float* a, float* b, int depth, float* c, nint stride)
    {
        Vector256<float> sum0L = default,
            sum0R = default;
        Vector256<float> sum1L = default,
            sum1R = default;
        Vector256<float> sum2L = default,
            sum2R = default;
        Vector256<float> sum3L = default,
            sum3R = default;
        Vector256<float> sum4L = default,
            sum4R = default;
        Vector256<float> sum5L = default,
            sum5R = default;

        for (int k = 0; k < depth; k++, a += 6, b += 16)
        {
            Vector256<float> left = Vector256.Load(b);
            Vector256<float> right = Vector256.Load(b + 8);
            Vector256<float> row = Vector256.Create(a[0]);
            sum0L = Vector256.MultiplyAddEstimate(row, left, sum0L);
            sum0R = Vector256.MultiplyAddEstimate(row, right, sum0R);
            row = Vector256.Create(a[1]);
            sum1L = Vector256.MultiplyAddEstimate(row, left, sum1L);
            sum1R = Vector256.MultiplyAddEstimate(row, right, sum1R);
            row = Vector256.Create(a[2]);
            sum2L = Vector256.MultiplyAddEstimate(row, left, sum2L);
            sum2R = Vector256.MultiplyAddEstimate(row, right, sum2R);
            row = Vector256.Create(a[3]);
            sum3L = Vector256.MultiplyAddEstimate(row, left, sum3L);
            sum3R = Vector256.MultiplyAddEstimate(row, right, sum3R);
            row = Vector256.Create(a[4]);
            sum4L = Vector256.MultiplyAddEstimate(row, left, sum4L);
            sum4R = Vector256.MultiplyAddEstimate(row, right, sum4R);
            row = Vector256.Create(a[5]);
            sum5L = Vector256.MultiplyAddEstimate(row, left, sum5L);
            sum5R = Vector256.MultiplyAddEstimate(row, right, sum5R);
        }

        Subtract(c, sum0L, sum0R);
        Subtract(c + stride, sum1L, sum1R);
        Subtract(c + 2 * stride, sum2L, sum2R);
        Subtract(c + 3 * stride, sum3L, sum3R);
        Subtract(c + 4 * stride, sum4L, sum4R);
        Subtract(c + 5 * stride, sum5L, sum5R);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Subtract(float* c, Vector256<float> left, Vector256<float> right)
    {
        (Vector256.Load(c) - left).Store(c);
        (Vector256.Load(c + 8) - right).Store(c + 8);
    }
}
