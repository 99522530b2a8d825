using System.Numerics.Tensors;

namespace Matinee.Core.Numerics;

/// <summary>Cosines of one row of a matrix with all others.</summary>
internal sealed unsafe class FactorCosines(FactorMatrix rows, FactorKernels kernels)
{
    private readonly float[] inverseNorms = rows.InverseNorms();

    /// <param name="cosines">One per row; overwritten. 0 with a row of zeros.</param>
    public void Compare(int row, Span<float> cosines)
    {
        fixed (float* products = cosines)
        {
            kernels.Products(
                rows.RowPointer(row),
                1,
                rows.Pointer,
                rows.RowCount,
                rows.Stride,
                products,
                rows.RowCount
            );
        }

        GC.KeepAlive(rows);
        TensorPrimitives.Multiply(cosines, inverseNorms, cosines);
        TensorPrimitives.Multiply(cosines, inverseNorms[row], cosines);
    }
}
