using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Matinee.Core.Numerics;

/// <summary>6 × 8 sums in 12 registers: fits SSE and NEON.</summary>
internal readonly unsafe struct MatrixKernel128 : IMatrixKernel
{
    public static int Rows => 6;
    public static int Columns => 8;

    // A method of its own: inlined into the loops around it, the sums are spilled to the stack.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void SubtractProduct(float* a, float* b, int depth, float* c, nint stride)
    {
        Vector128<float> sum0L = default,
            sum0R = default;
        Vector128<float> sum1L = default,
            sum1R = default;
        Vector128<float> sum2L = default,
            sum2R = default;
        Vector128<float> sum3L = default,
            sum3R = default;
        Vector128<float> sum4L = default,
            sum4R = default;
        Vector128<float> sum5L = default,
            sum5R = default;

        for (int k = 0; k < depth; k++, a += 6, b += 8)
        {
            Vector128<float> left = Vector128.Load(b);
            Vector128<float> right = Vector128.Load(b + 4);
            Vector128<float> row = Vector128.Create(a[0]);
            sum0L = Vector128.MultiplyAddEstimate(row, left, sum0L);
            sum0R = Vector128.MultiplyAddEstimate(row, right, sum0R);
            row = Vector128.Create(a[1]);
            sum1L = Vector128.MultiplyAddEstimate(row, left, sum1L);
            sum1R = Vector128.MultiplyAddEstimate(row, right, sum1R);
            row = Vector128.Create(a[2]);
            sum2L = Vector128.MultiplyAddEstimate(row, left, sum2L);
            sum2R = Vector128.MultiplyAddEstimate(row, right, sum2R);
            row = Vector128.Create(a[3]);
            sum3L = Vector128.MultiplyAddEstimate(row, left, sum3L);
            sum3R = Vector128.MultiplyAddEstimate(row, right, sum3R);
            row = Vector128.Create(a[4]);
            sum4L = Vector128.MultiplyAddEstimate(row, left, sum4L);
            sum4R = Vector128.MultiplyAddEstimate(row, right, sum4R);
            row = Vector128.Create(a[5]);
            sum5L = Vector128.MultiplyAddEstimate(row, left, sum5L);
            sum5R = Vector128.MultiplyAddEstimate(row, right, sum5R);
        }

        Subtract(c, sum0L, sum0R);
        Subtract(c + stride, sum1L, sum1R);
        Subtract(c + 2 * stride, sum2L, sum2R);
        Subtract(c + 3 * stride, sum3L, sum3R);
        Subtract(c + 4 * stride, sum4L, sum4R);
        Subtract(c + 5 * stride, sum5L, sum5R);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Subtract(float* c, Vector128<float> left, Vector128<float> right)
    {
        (Vector128.Load(c) - left).Store(c);
        (Vector128.Load(c + 4) - right).Store(c + 4);
    }
}
