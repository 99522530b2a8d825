namespace Matinee.Core.Numerics;

/// <summary>
/// The innermost loop of dense linear algebra: one register-sized tile of C −= Aᵀ B. Everything else only brings the
/// operands into the order it reads (Goto and van de Geijn 2008, Anatomy of high-performance matrix multiplication).
/// </summary>
internal unsafe interface IMatrixKernel
{
    /// <summary>Rows of the tile.</summary>
    static abstract int Rows { get; }

    /// <summary>Columns of the tile.</summary>
    static abstract int Columns { get; }

    /// <summary>C[r, c] −= Σ_k a[k, r] b[k, c], summed over ascending k before it is subtracted.</summary>
    /// <param name="a">depth × <see cref="Rows"/>, contiguous.</param>
    /// <param name="b">depth × <see cref="Columns"/>, contiguous.</param>
    /// <param name="c">Top left of the tile.</param>
    /// <param name="stride">Floats from one row of C to the next.</param>
    static abstract void SubtractProduct(float* a, float* b, int depth, float* c, nint stride);
}
