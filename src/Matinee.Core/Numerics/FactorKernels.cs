namespace Matinee.Core.Numerics;

/// <summary>
/// Dense kernels on factor vectors: rows of <c>stride</c> floats, a multiple of <see cref="FactorMatrix.Padding"/>, on
/// cache lines. Square matrices are stride × stride; of symmetric ones the upper triangle counts, and whole vectors
/// around it are written as well.
/// </summary>
internal abstract unsafe class FactorKernels
{
    public static FactorKernels For(VectorWidth width) =>
        width switch
        {
            VectorWidth.Bits512 => new FactorKernels<Lanes512, System.Runtime.Intrinsics.Vector512<float>>(),
            VectorWidth.Bits256 => new FactorKernels<Lanes256, System.Runtime.Intrinsics.Vector256<float>>(),
            _ => new FactorKernels<Lanes128, System.Runtime.Intrinsics.Vector128<float>>(),
        };

    /// <summary>matrix += Σ_k rows[k] rows[k]ᵀ</summary>
    public abstract void AddOuterProducts(float* rows, int count, int stride, float* matrix);

    /// <summary>target[k] = roots[k] factors[indices[k]] and sum += roots[k] target[k]</summary>
    public abstract void Gather(
        float* factors,
        int* indices,
        float* roots,
        int count,
        int stride,
        float* target,
        float* sum
    );

    /// <summary>target += Σ_k weights[k] (bias − y_k·x) y_k with y_k = factors[indices[k]]</summary>
    public abstract void AddProjection(
        float* factors,
        int* indices,
        float* weights,
        int count,
        int stride,
        float* x,
        float bias,
        float* target
    );

    /// <summary>target = scale x + factor M x, M symmetric and stored whole</summary>
    public abstract void Multiply(float* matrix, int stride, float* x, float factor, float scale, float* target);

    /// <summary>Replaces the upper triangle of A by U with A = UᵀU.</summary>
    /// <param name="inverses">Receives 1 / U_kk.</param>
    /// <returns>The first row whose pivot is not positive, or −1.</returns>
    public abstract int Factor(float* matrix, int stride, float* inverses);

    /// <summary>Solves UᵀU x = b.</summary>
    /// <param name="right">b; overwritten.</param>
    /// <param name="x">Receives the solution; another place than b.</param>
    public abstract void Solve(float* upper, float* inverses, int stride, float* right, float* x);

    public abstract float Dot(float* a, float* b, int stride);

    /// <summary>y += factor x</summary>
    public abstract void Axpy(float factor, float* x, float* y, int stride);

    /// <summary>products[u × productStride + i] = left[u]·right[i]; a product's bits do not depend on its neighbours.</summary>
    public abstract void Products(
        float* left,
        int leftCount,
        float* right,
        int rightCount,
        int stride,
        float* products,
        nint productStride
    );
}
