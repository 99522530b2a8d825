using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Matinee.Core.Numerics;

/// <summary>12 × 32 sums in 24 of AVX-512's 32 registers; two for B and the rest for broadcasts of A.</summary>
internal readonly unsafe struct MatrixKernel512 : IMatrixKernel
{
    public static int Rows => 12;
    public static int Columns => 32;

    // A method of its own: inlined into the loops around it, the sums are spilled to the stack.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void SubtractProduct(float* a, float* b, int depth, float* c, nint stride)
    {
        Vector512<float> sum0L = default,
            sum0R = default;
        Vector512<float> sum1L = default,
            sum1R = default;
        Vector512<float> sum2L = default,
            sum2R = default;
        Vector512<float> sum3L = default,
            sum3R = default;
        Vector512<float> sum4L = default,
            sum4R = default;
        Vector512<float> sum5L = default,
            sum5R = default;
        Vector512<float> sum6L = default,
            sum6R = default;
        Vector512<float> sum7L = default,
            sum7R = default;
        Vector512<float> sum8L = default,
            sum8R = default;
        Vector512<float> sum9L = default,
            sum9R = default;
        Vector512<float> sum10L = default,
            sum10R = default;
        Vector512<float> sum11L = default,
            sum11R = default;

        // C is needed last and comes from main memory: fetch it while the sums are made.
        if (Sse.IsSupported)
        {
            for (int row = 0; row < 12; row++)
            {
                Sse.Prefetch0(c + row * stride);
                Sse.Prefetch0(c + row * stride + 16);
            }
        }

        for (int k = 0; k < depth; k++, a += 12, b += 32)
        {
            Vector512<float> left = Vector512.Load(b);
            Vector512<float> right = Vector512.Load(b + 16);
            Vector512<float> row = Vector512.Create(a[0]);
            sum0L = Vector512.MultiplyAddEstimate(row, left, sum0L);
            sum0R = Vector512.MultiplyAddEstimate(row, right, sum0R);
            row = Vector512.Create(a[1]);
            sum1L = Vector512.MultiplyAddEstimate(row, left, sum1L);
            sum1R = Vector512.MultiplyAddEstimate(row, right, sum1R);
            row = Vector512.Create(a[2]);
            sum2L = Vector512.MultiplyAddEstimate(row, left, sum2L);
            sum2R = Vector512.MultiplyAddEstimate(row, right, sum2R);
            row = Vector512.Create(a[3]);
            sum3L = Vector512.MultiplyAddEstimate(row, left, sum3L);
            sum3R = Vector512.MultiplyAddEstimate(row, right, sum3R);
            row = Vector512.Create(a[4]);
            sum4L = Vector512.MultiplyAddEstimate(row, left, sum4L);
            sum4R = Vector512.MultiplyAddEstimate(row, right, sum4R);
            row = Vector512.Create(a[5]);
            sum5L = Vector512.MultiplyAddEstimate(row, left, sum5L);
            sum5R = Vector512.MultiplyAddEstimate(row, right, sum5R);
            row = Vector512.Create(a[6]);
            sum6L = Vector512.MultiplyAddEstimate(row, left, sum6L);
            sum6R = Vector512.MultiplyAddEstimate(row, right, sum6R);
            row = Vector512.Create(a[7]);
            sum7L = Vector512.MultiplyAddEstimate(row, left, sum7L);
            sum7R = Vector512.MultiplyAddEstimate(row, right, sum7R);
            row = Vector512.Create(a[8]);
            sum8L = Vector512.MultiplyAddEstimate(row, left, sum8L);
            sum8R = Vector512.MultiplyAddEstimate(row, right, sum8R);
            row = Vector512.Create(a[9]);
            sum9L = Vector512.MultiplyAddEstimate(row, left, sum9L);
            sum9R = Vector512.MultiplyAddEstimate(row, right, sum9R);
            row = Vector512.Create(a[10]);
            sum10L = Vector512.MultiplyAddEstimate(row, left, sum10L);
            sum10R = Vector512.MultiplyAddEstimate(row, right, sum10R);
            row = Vector512.Create(a[11]);
            sum11L = Vector512.MultiplyAddEstimate(row, left, sum11L);
            sum11R = Vector512.MultiplyAddEstimate(row, right, sum11R);
        }

        Subtract(c, sum0L, sum0R);
        Subtract(c + stride, sum1L, sum1R);
        Subtract(c + 2 * stride, sum2L, sum2R);
        Subtract(c + 3 * stride, sum3L, sum3R);
        Subtract(c + 4 * stride, sum4L, sum4R);
        Subtract(c + 5 * stride, sum5L, sum5R);
        Subtract(c + 6 * stride, sum6L, sum6R);
        Subtract(c + 7 * stride, sum7L, sum7R);
        Subtract(c + 8 * stride, sum8L, sum8R);
        Subtract(c + 9 * stride, sum9L, sum9R);
        Subtract(c + 10 * stride, sum10L, sum10R);
        Subtract(c + 11 * stride, sum11L, sum11R);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Subtract(float* c, Vector512<float> left, Vector512<float> right)
    {
        (Vector512.Load(c) - left).Store(c);
        (Vector512.Load(c + 16) - right).Store(c + 16);
    }
}
