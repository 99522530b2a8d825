using System.Runtime.CompilerServices;

namespace Matinee.Core.Numerics;

/// <summary>
/// Products of blocks that are packed in the order in which a kernel reads them. These methods run long on their first
/// call, so they skip the quick compilation.
/// </summary>
internal static unsafe class BlockProduct
{
    /// <summary>Packs M, stored with its depth along the rows, into groups of <paramref name="width"/> columns.</summary>
    /// <param name="source">M[k, i] at source[k * stride + i].</param>
    /// <param name="target">depth × size, the last group filled up with zeros.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack(float* source, nint stride, int depth, int size, int width, float* target)
    {
        for (int group = 0; group < size; group += width)
        {
            int count = Math.Min(width, size - group);
            for (int k = 0; k < depth; k++, target += width)
            {
                var line = new Span<float>(target, width);
                new ReadOnlySpan<float>(source + k * stride + group, count).CopyTo(line);
                line[count..].Clear();
            }
        }
    }

    /// <summary><see cref="Pack"/> for M[k, i] stored at source[i * stride + k].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackTransposed(float* source, nint stride, int depth, int size, int width, float* target)
    {
        for (int group = 0; group < size; group += width)
        {
            int count = Math.Min(width, size - group);
            for (int k = 0; k < depth; k++, target += width)
            {
                for (int i = 0; i < count; i++)
                {
                    target[i] = source[(group + i) * stride + k];
                }

                new Span<float>(target + count, width - count).Clear();
            }
        }
    }

    /// <summary>target[k, i] = source[k, i]</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(float* source, nint stride, int depth, int size, float* target, nint targetStride)
    {
        for (int k = 0; k < depth; k++)
        {
            new ReadOnlySpan<float>(source + k * stride, size).CopyTo(new Span<float>(target + k * targetStride, size));
        }
    }

    /// <summary>target[i, k] = source[k, i]</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CopyTransposed(float* source, nint stride, int depth, int size, float* target, nint targetStride)
    {
        for (int i = 0; i < size; i++)
        {
            for (int k = 0; k < depth; k++)
            {
                target[i * targetStride + k] = source[k * stride + i];
            }
        }
    }

    /// <summary>C −= Aᵀ B for packed A and B; with <paramref name="lowerOnly"/>, at least the lower triangle of it.</summary>
    /// <param name="a">depth × rows, packed in groups of the kernel's rows.</param>
    /// <param name="b">depth × columns, packed in groups of the kernel's columns.</param>
    /// <param name="c">rows × columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Subtract<TKernel>(
        float* a,
        float* b,
        int depth,
        float* c,
        nint stride,
        int rows,
        int columns,
        bool lowerOnly
    )
        where TKernel : struct, IMatrixKernel
    {
        for (int column = 0; column < columns; column += TKernel.Columns)
        {
            int width = Math.Min(TKernel.Columns, columns - column);
            int firstRow = lowerOnly ? column / TKernel.Rows * TKernel.Rows : 0;
            for (int row = firstRow; row < rows; row += TKernel.Rows)
            {
                int height = Math.Min(TKernel.Rows, rows - row);
                float* tile = c + row * stride + column;
                if (height == TKernel.Rows && width == TKernel.Columns)
                {
                    TKernel.SubtractProduct(a + row * depth, b + column * depth, depth, tile, stride);
                }
                else
                {
                    SubtractEdge<TKernel>(a + row * depth, b + column * depth, depth, tile, stride, height, width);
                }
            }
        }
    }

    // The kernel always writes a whole tile; at the edge it writes one aside.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SubtractEdge<TKernel>(
        float* a,
        float* b,
        int depth,
        float* c,
        nint stride,
        int height,
        int width
    )
        where TKernel : struct, IMatrixKernel
    {
        float* tile = stackalloc float[TKernel.Rows * TKernel.Columns];
        new Span<float>(tile, TKernel.Rows * TKernel.Columns).Clear();
        TKernel.SubtractProduct(a, b, depth, tile, TKernel.Columns);
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                c[row * stride + column] += tile[row * TKernel.Columns + column];
            }
        }
    }
}
