using System.Runtime.CompilerServices;

namespace Matinee.Core.Numerics;

/// <summary>Square matrices of which only the lower triangle has been computed.</summary>
internal static unsafe class LowerTriangle
{
    // 32 lines of 128 bytes on both sides of the diagonal fit the first-level cache.
    private const int TileSize = 32;

    /// <summary>Multiplies the lower triangle by <paramref name="factor"/> and copies it to the upper one.</summary>
    public static void Mirror(float* matrix, int n, float factor, ParallelOptions parallel)
    {
        int bands = (n + TileSize - 1) / TileSize;
        Parallel.For(
            0,
            bands,
            parallel,
            band =>
            {
                for (int tile = 0; tile <= band; tile++)
                {
                    MirrorTile(matrix, n, factor, band * TileSize, tile * TileSize);
                }
            }
        );
    }

    /// <summary>The place of a tile in the numbering 0 | 1 2 | 3 4 5 | ... of the lower triangle.</summary>
    public static (int Row, int Column) Place(int tile)
    {
        int row = (int)((Math.Sqrt(8.0 * tile + 1) - 1) / 2);
        return (row, tile - row * (row + 1) / 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MirrorTile(float* matrix, nint n, float factor, int rowStart, int columnStart)
    {
        int rowEnd = (int)Math.Min(rowStart + TileSize, n);
        for (int row = rowStart; row < rowEnd; row++)
        {
            int columnEnd = Math.Min(columnStart + TileSize, row + 1);
            for (int column = columnStart; column < columnEnd; column++)
            {
                float value = factor * matrix[row * n + column];
                matrix[row * n + column] = value;
                matrix[column * n + row] = value;
            }
        }
    }
}
