namespace Matinee.Core.Numerics;

/// <summary>
/// The symmetric sweep operator (Goodnight 1979) in blocks. Sweeping pivot block K with D = A_KK⁻¹ is
/// A_IJ −= A_IK D A_KJ, A_IK = A_IK D, A_KK = −D; when every block has been swept, A holds −A⁻¹. Each step is one
/// product over the lower triangle, so the kernel has work for all cores from the first step to the last.
/// Each tile is written by one task in a fixed order: the result has the same bits at any number of threads.
/// </summary>
internal sealed unsafe class BlockSweep<TKernel> : IDisposable
    where TKernel : struct, IMatrixKernel
{
    // A multiple of every kernel's rows and columns. The kernel's columns of B (36 KB) stay in the first-level cache
    // and a block of A (324 KB) in the second; larger blocks would save memory traffic, but the pivot block is serial.
    private const int BlockSize = 288;
    private const long BlockLength = (long)BlockSize * BlockSize;

    private readonly float* matrix;
    private readonly nint n;
    private readonly ParallelOptions parallel;
    private readonly float[] diagonal;
    private readonly PivotBlock pivotBlock = new(BlockSize);
    private readonly AlignedBuffer negatedInverse = new(BlockLength);
    private readonly AlignedBuffer panel;
    private readonly AlignedBuffer scaledPanel;

    public BlockSweep(float* matrix, int n, ParallelOptions parallel)
    {
        this.matrix = matrix;
        this.n = n;
        this.parallel = parallel;
        BlockCount = (n + BlockSize - 1) / BlockSize;
        panel = new AlignedBuffer(BlockCount * BlockLength);
        scaledPanel = new AlignedBuffer(BlockCount * BlockLength);
        diagonal = new float[n];
        for (int row = 0; row < n; row++)
        {
            diagonal[row] = matrix[row * this.n + row];
        }
    }

    public int BlockCount { get; }

    public void Dispose()
    {
        negatedInverse.Dispose();
        panel.Dispose();
        scaledPanel.Dispose();
    }

    /// <summary>Sweeps one block of pivots.</summary>
    public void Eliminate(int pivot)
    {
        parallel.CancellationToken.ThrowIfCancellationRequested();
        InvertPivot(pivot);
        Parallel.For(
            0,
            BlockCount,
            parallel,
            () => new AlignedBuffer(BlockLength),
            (block, _, product) =>
            {
                if (block != pivot)
                {
                    ScalePanel(block, pivot, product.Pointer);
                }

                return product;
            },
            product => product.Dispose()
        );

        Parallel.For(
            0,
            BlockCount * (BlockCount + 1) / 2,
            parallel,
            tile =>
            {
                (int row, int column) = LowerTriangle.Place(tile);
                if (row != pivot && column != pivot)
                {
                    UpdateTile(row, column, SizeOf(pivot));
                }
            }
        );
    }

    /// <summary>Turns −A⁻¹ in the lower triangle into A⁻¹ in both.</summary>
    public void Finish() => LowerTriangle.Mirror(matrix, (int)n, -1, parallel);

    private float* Block(int row, int column) => matrix + row * BlockSize * n + column * BlockSize;

    private int SizeOf(int block) => (int)Math.Min(BlockSize, n - block * BlockSize);

    private void InvertPivot(int pivot)
    {
        int start = pivot * BlockSize;
        int size = SizeOf(pivot);
        float* block = Block(pivot, pivot);
        pivotBlock.Load(block, n, size);
        int failed = pivotBlock.Sweep(diagonal.AsSpan(start, size));
        if (failed >= 0)
        {
            throw new MatineeException(
                $"The matrix is not positive definite in single precision (row {start + failed} of {n}). "
                    + "Raise the regularization, which is added to its diagonal."
            );
        }

        // The block's upper triangle is free until Finish, and −D is symmetric.
        pivotBlock.Store(block, n);
        BlockProduct.Pack(block, n, size, size, TKernel.Rows, negatedInverse.Pointer);
    }

    // Packs A_KI as the kernel's right operand and D A_KI as its left one, and stores D A_KI in the matrix.
    private void ScalePanel(int block, int pivot, float* product)
    {
        int size = SizeOf(block);
        int depth = SizeOf(pivot);
        float* right = panel.Pointer + block * BlockLength;
        bool transposed = block > pivot;
        float* stored = transposed ? Block(block, pivot) : Block(pivot, block);
        if (transposed)
        {
            BlockProduct.PackTransposed(stored, n, depth, size, TKernel.Columns, right);
        }
        else
        {
            BlockProduct.Pack(stored, n, depth, size, TKernel.Columns, right);
        }

        new Span<float>(product, (int)BlockLength).Clear();
        BlockProduct.Subtract<TKernel>(
            negatedInverse.Pointer,
            right,
            depth,
            product,
            BlockSize,
            depth,
            size,
            lowerOnly: false
        );
        BlockProduct.Pack(product, BlockSize, depth, size, TKernel.Rows, scaledPanel.Pointer + block * BlockLength);
        if (transposed)
        {
            BlockProduct.CopyTransposed(product, BlockSize, depth, size, stored, n);
        }
        else
        {
            BlockProduct.Copy(product, BlockSize, depth, size, stored, n);
        }
    }

    private void UpdateTile(int row, int column, int depth) =>
        BlockProduct.Subtract<TKernel>(
            scaledPanel.Pointer + row * BlockLength,
            panel.Pointer + column * BlockLength,
            depth,
            Block(row, column),
            n,
            SizeOf(row),
            SizeOf(column),
            lowerOnly: row == column
        );
}
