using Matinee.Core.Catalog;

namespace Matinee.Core.Ranking.Similarity;

/// <summary>Cosine of binary genre vectors.</summary>
public sealed class GenreKernel(GenreSpace genres) : IItemKernel
{
    // Inverse square roots, so that a pair costs no root and no division.
    private static readonly float[] InverseRoots =
    [
        0,
        .. Enumerable.Range(1, GenreSpace.MostGenres).Select(count => (float)(1 / Math.Sqrt(count))),
    ];

    public bool Knows(int item) => genres.Bits(item) != 0;

    public void Add(int item, ReadOnlySpan<int> others, float weight, Span<float> sums)
    {
        ulong own = genres.Bits(item);
        float scale = weight * InverseRoots[System.Numerics.BitOperations.PopCount(own)];
        for (int n = 0; n < others.Length; n++)
        {
            ulong other = genres.Bits(others[n]);
            sums[n] +=
                scale
                * System.Numerics.BitOperations.PopCount(own & other)
                * InverseRoots[System.Numerics.BitOperations.PopCount(other)];
        }
    }
}
