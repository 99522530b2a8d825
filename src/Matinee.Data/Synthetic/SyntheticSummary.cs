namespace Matinee.Data.Synthetic;

/// <summary>What was written.</summary>
/// <param name="Bytes">Size of all files.</param>
/// <param name="ByHalfStars">Ratings of 0.5, 1.0, ... 5.0 stars.</param>
/// <param name="PerUser">Ratings per user.</param>
/// <param name="PerMovie">Ratings per movie of the catalogue; some have none.</param>
public sealed record SyntheticSummary(
    SyntheticOptions Options,
    long TagApplications,
    long Bytes,
    IReadOnlyList<long> ByHalfStars,
    CountRange PerUser,
    CountRange PerMovie
)
{
    public double MeanStars => ByHalfStars.Select((count, level) => count * (level + 1) / 2.0).Sum() / Options.Ratings;
}

/// <param name="Median">The upper one of two.</param>
public readonly record struct CountRange(int Least, int Median, double Mean, int Most)
{
    internal static CountRange Of(IEnumerable<int> counts)
    {
        int[] sorted = [.. counts];
        Array.Sort(sorted);
        return new CountRange(
            sorted[0],
            sorted[sorted.Length / 2],
            sorted.Sum(count => (long)count) / (double)sorted.Length,
            sorted[^1]
        );
    }
}
