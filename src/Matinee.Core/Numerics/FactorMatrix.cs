using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Matinee.Core.Artifacts;

namespace Matinee.Core.Numerics;

/// <summary>
/// One vector of factors per row, each filled up with zeros to whole cache lines. Whoever uses <see cref="Pointer"/>
/// keeps the matrix alive until the last access.
/// </summary>
internal sealed unsafe class FactorMatrix
{
    /// <summary>Rows are padded to a multiple of this many floats.</summary>
    public const int Padding = 16;

    private const int CacheLineBytes = 64;

    // What the pointer is into: an array that is pinned for good, or a tensor of a mapped file.
    private readonly object storage;

    /// <summary>All zeros.</summary>
    public FactorMatrix(int rowCount, int factors)
    {
        RowCount = rowCount;
        Factors = factors;
        Stride = StrideOf(factors);
        long floats = (long)rowCount * Stride;
        if (floats > Array.MaxLength - Padding)
        {
            throw new MatineeException(
                $"{rowCount} rows of {factors} factors are too large for one matrix. Lower factors."
            );
        }

        float[] array = GC.AllocateArray<float>((int)floats + Padding, pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref array[0]);
        Pointer = (float*)((address + CacheLineBytes - 1) / CacheLineBytes * CacheLineBytes);
        LargePages.Advise(Pointer, (nuint)floats * sizeof(float));
        storage = array;
    }

    private FactorMatrix(float* pointer, object owner, int rowCount, int factors)
    {
        RowCount = rowCount;
        Factors = factors;
        Stride = factors;
        Pointer = pointer;
        storage = owner;
    }

    public int RowCount { get; }
    public int Factors { get; }

    /// <summary>Floats from one row to the next.</summary>
    public int Stride { get; }

    public float* Pointer { get; }

    public Span<float> this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)RowCount, nameof(row));
            return new Span<float>(RowPointer(row), Factors);
        }
    }

    public float* RowPointer(int row) => Pointer + (nint)row * Stride;

    /// <summary>
    /// Over the values themselves where they lie in a mapped file as rows must lie here: then nobody may write to it. Else a copy.
    /// </summary>
    /// <param name="values">rows × factors, without padding.</param>
    public static FactorMatrix Over(ReadOnlyMemory<float> values, int rowCount, int factors)
    {
        if (values.Length != (long)rowCount * factors)
        {
            throw new MatineeException(
                $"{values.Length} numbers are not {rowCount} rows of {factors} factors. Train the model again."
            );
        }

        if (MemoryMarshal.TryGetMemoryManager(values, out MappedTensor<float>? tensor, out int start, out _))
        {
            float* pointer = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(tensor.GetSpan())) + start;
            if (factors == StrideOf(factors) && (nuint)pointer % CacheLineBytes == 0)
            {
                return new FactorMatrix(pointer, tensor, rowCount, factors);
            }
        }

        return From(values.Span, rowCount, factors);
    }

    /// <param name="values">rows × factors, without padding.</param>
    public static FactorMatrix From(ReadOnlySpan<float> values, int rowCount, int factors)
    {
        var matrix = new FactorMatrix(rowCount, factors);
        for (int row = 0; row < rowCount; row++)
        {
            values.Slice(row * factors, factors).CopyTo(matrix[row]);
        }

        return matrix;
    }

    public void Scale(float factor)
    {
        for (int row = 0; row < RowCount; row++)
        {
            TensorPrimitives.Multiply(this[row], factor, this[row]);
        }
    }

    /// <summary>1 / the length of each row; 0 for a row of zeros.</summary>
    public float[] InverseNorms()
    {
        var norms = new float[RowCount];
        for (int row = 0; row < RowCount; row++)
        {
            float norm = TensorPrimitives.Norm<float>(this[row]);
            norms[row] = norm > 0 ? 1 / norm : 0;
        }

        return norms;
    }

    /// <summary>rows × factors, without padding.</summary>
    public float[] ToArray()
    {
        float[] values = GC.AllocateUninitializedArray<float>(RowCount * Factors);
        for (int row = 0; row < RowCount; row++)
        {
            this[row].CopyTo(values.AsSpan(row * Factors, Factors));
        }

        return values;
    }

    /// <summary>YᵀY, in float32 over fixed pieces of rows and in double precision over the pieces.</summary>
    public FactorMatrix Gram(FactorKernels kernels, ParallelOptions parallel)
    {
        const int MostPieces = 64;
        int pieceRows = Math.Max(512, (RowCount + MostPieces - 1) / MostPieces);
        var pieces = new FactorMatrix[(RowCount + pieceRows - 1) / pieceRows];
        Parallel.For(
            0,
            pieces.Length,
            parallel,
            piece =>
            {
                int start = piece * pieceRows;
                pieces[piece] = new FactorMatrix(Stride, Stride);
                int count = Math.Min(pieceRows, RowCount - start);
                kernels.AddOuterProducts(RowPointer(start), count, Stride, pieces[piece].Pointer);
            }
        );
        var gram = new FactorMatrix(Stride, Stride);
        for (int row = 0; row < Stride; row++)
        {
            for (int column = row; column < Stride; column++)
            {
                double sum = 0;
                foreach (FactorMatrix piece in pieces)
                {
                    sum += piece.RowPointer(row)[column];
                }

                gram.RowPointer(row)[column] = (float)sum;
                gram.RowPointer(column)[row] = (float)sum;
            }
        }

        GC.KeepAlive(storage);
        return gram;
    }

    private static int StrideOf(int factors) => (factors + Padding - 1) / Padding * Padding;
}
