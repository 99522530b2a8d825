namespace Matinee.Core.Ranking.Reranking;

/// <summary>
/// Minus the distance of the list's genre mix from the history's: KL(p ‖ (1 − α) q + α p), p the history's shares and q
/// the list's (Steck 2018, eq. 4 to 6). A movie without genres leaves the mix as it is.
/// </summary>
internal sealed class Calibration : IListTerm
{
    /// <summary>Keeps the distance finite while genres are missing from the list; the paper's value.</summary>
    public const double Smoothing = 0.01;

    private readonly GenreShares shares;
    private readonly double[] target;
    private readonly int[] items;
    private readonly double[] sums;
    private readonly double entropyTerm;
    private int picked;

    /// <param name="target">The history's shares, summing to 1.</param>
    public Calibration(GenreShares shares, double[] target, int[] items)
    {
        this.shares = shares;
        this.target = target;
        this.items = items;
        sums = new double[shares.Count];
        entropyTerm = target.Sum(share => share > 0 ? share * Math.Log(share) : 0);
    }

    public void Gains(Span<float> gains)
    {
        double asItIs = -Divergence();
        double without = -Divergence(picked + 1);
        // By the movie's number of genres and a genre: what the genre's share adds to the distance.
        var added = new double[shares.MostPerItem + 1, shares.Count];
        for (int count = 1; count <= shares.MostPerItem; count++)
        {
            for (int genre = 0; genre < shares.Count; genre++)
            {
                added[count, genre] =
                    Term(genre, sums[genre] + (1.0 / count), picked + 1) - Term(genre, sums[genre], picked + 1);
            }
        }

        for (int n = 0; n < items.Length; n++)
        {
            ReadOnlySpan<int> genres = shares.Of(items[n]);
            double gain = genres.IsEmpty ? asItIs : without;
            foreach (int genre in genres)
            {
                gain += added[genres.Length, genre];
            }

            gains[n] = (float)gain;
        }
    }

    public void Pick(int candidate)
    {
        ReadOnlySpan<int> genres = shares.Of(items[candidate]);
        foreach (int genre in genres)
        {
            sums[genre] += 1.0 / genres.Length;
        }

        picked += genres.IsEmpty ? 0 : 1;
    }

    /// <summary>The distance of the list so far; that of an empty list is finite by the smoothing.</summary>
    public double Divergence() => Divergence(Math.Max(1, picked));

    private double Divergence(int count)
    {
        double divergence = entropyTerm;
        for (int genre = 0; genre < target.Length; genre++)
        {
            divergence -= Term(genre, sums[genre], count);
        }

        return divergence;
    }

    private double Term(int genre, double sum, int count) =>
        target[genre] > 0 ? target[genre] * Math.Log(((1 - Smoothing) * sum / count) + (Smoothing * target[genre])) : 0;
}
