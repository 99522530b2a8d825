using Matinee.Core.Catalog;

namespace Matinee.Core.Ranking.Similarity;

/// <summary>A Gaussian of the years between two releases: 1 in the same year, 0.61 after a bandwidth, 0.14 after two.</summary>
public sealed class YearKernel : IItemKernel
{
    /// <summary>Ten years: films of one decade feel alike.</summary>
    public const double BandwidthYears = 10;

    private const int Unknown = int.MinValue;
    private readonly int[] years;
    private readonly float[] likenessByGap;

    public YearKernel(MovieCatalog catalog)
    {
        years = [.. catalog.Movies.Select(movie => movie.Year ?? Unknown)];
        int[] known = [.. years.Where(year => year != Unknown)];
        int widest = known.Length == 0 ? 0 : known.Max() - known.Min();
        likenessByGap =
        [
            .. Enumerable
                .Range(0, widest + 1)
                .Select(gap => (float)Math.Exp(-0.5 * gap * gap / (BandwidthYears * BandwidthYears))),
        ];
    }

    public bool Knows(int item) => years[item] != Unknown;

    public void Add(int item, ReadOnlySpan<int> others, float weight, Span<float> sums)
    {
        int own = years[item];
        if (own == Unknown)
        {
            return;
        }

        for (int n = 0; n < others.Length; n++)
        {
            int other = years[others[n]];
            if (other != Unknown)
            {
                sums[n] += weight * likenessByGap[Math.Abs(own - other)];
            }
        }
    }
}
