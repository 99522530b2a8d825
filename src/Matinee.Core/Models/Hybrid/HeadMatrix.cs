using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Hybrid;

/// <summary>
/// Rows whose dimensions the attention heads share in equal slices. Stored head by head: what one head compares lies
/// together, whatever its width.
/// </summary>
internal sealed unsafe class HeadMatrix
{
    private readonly FactorMatrix[] heads;

    /// <param name="values">rows × (heads · width).</param>
    public HeadMatrix(ReadOnlySpan<float> values, int rows, int headCount, int width)
    {
        RowCount = rows;
        Width = width;
        heads = new FactorMatrix[headCount];
        for (int head = 0; head < headCount; head++)
        {
            heads[head] = new FactorMatrix(rows, width);
            for (int row = 0; row < rows; row++)
            {
                values.Slice((row * headCount + head) * width, width).CopyTo(heads[head][row]);
            }
        }
    }

    public int RowCount { get; }
    public int HeadCount => heads.Length;

    /// <summary>Dimensions per head.</summary>
    public int Width { get; }

    /// <summary>One head's slice of a row.</summary>
    public ReadOnlySpan<float> this[int row, int head] => heads[head][row];

    /// <summary>rows × (heads · width).</summary>
    public float[] ToArray()
    {
        float[] values = GC.AllocateUninitializedArray<float>(RowCount * HeadCount * Width);
        for (int head = 0; head < HeadCount; head++)
        {
            for (int row = 0; row < RowCount; row++)
            {
                heads[head][row].CopyTo(values.AsSpan((row * HeadCount + head) * Width, Width));
            }
        }

        return values;
    }

    /// <summary>A vector of heads · width values as one row per head.</summary>
    /// <param name="sliced">heads × width; overwritten.</param>
    public void Slice(ReadOnlySpan<float> vector, FactorMatrix sliced)
    {
        for (int head = 0; head < HeadCount; head++)
        {
            vector.Slice(head * Width, Width).CopyTo(sliced[head]);
        }
    }

    /// <summary>Every head's products of its slice with all rows.</summary>
    /// <param name="vector">heads × width.</param>
    /// <param name="products">heads × rows; overwritten.</param>
    public void DotAll(FactorKernels kernels, FactorMatrix vector, FactorMatrix products)
    {
        for (int head = 0; head < HeadCount; head++)
        {
            FactorMatrix rows = heads[head];
            float* target = products.RowPointer(head);
            kernels.Products(vector.RowPointer(head), 1, rows.Pointer, RowCount, rows.Stride, target, RowCount);
        }

        GC.KeepAlive(this);
    }

    /// <summary>The same products with one row.</summary>
    public void Dot(FactorKernels kernels, FactorMatrix vector, int row, FactorMatrix products)
    {
        for (int head = 0; head < HeadCount; head++)
        {
            FactorMatrix rows = heads[head];
            products.RowPointer(head)[row] = kernels.Dot(vector.RowPointer(head), rows.RowPointer(row), rows.Stride);
        }

        GC.KeepAlive(this);
    }
}
