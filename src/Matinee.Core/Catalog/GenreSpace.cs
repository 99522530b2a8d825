namespace Matinee.Core.Catalog;

/// <summary>
/// Movies as binary genre vectors. A movie without genres is similar to nothing, so lists can't look diverse or
/// uniform by lacking data: its pairs are left out.
/// </summary>
public sealed class GenreSpace
{
    /// <summary>MovieLens has 20; past this many the first come are kept.</summary>
    internal const int MostGenres = 64;

    // √n, as often as pairs of movies are compared.
    private static readonly double[] Roots =
    [
        .. Enumerable.Range(0, (MostGenres * MostGenres) + 1).Select(n => Math.Sqrt(n)),
    ];

    private readonly ulong[] genres;

    /// <param name="genres">Per movie, one bit per genre.</param>
    internal GenreSpace(ulong[] genres) => this.genres = genres;

    public GenreSpace(MovieCatalog catalog)
    {
        var bitByGenre = new Dictionary<string, int>();
        genres = new ulong[catalog.Count];
        for (int item = 0; item < catalog.Count; item++)
        {
            foreach (string genre in catalog.Movies[item].Genres)
            {
                if (!bitByGenre.TryGetValue(genre, out int bit))
                {
                    bit = bitByGenre.Count;
                    bitByGenre.Add(genre, bit);
                }

                genres[item] |= bit < MostGenres ? 1UL << bit : 0;
            }
        }
    }

    /// <summary>One bit per genre.</summary>
    internal ulong Bits(int item) => genres[item];

    /// <summary>Cosine of two movies' genre vectors, 0 to 1; null where one has no genre.</summary>
    public double? Cosine(int left, int right)
    {
        int leftCount = System.Numerics.BitOperations.PopCount(genres[left]);
        int rightCount = System.Numerics.BitOperations.PopCount(genres[right]);
        if (leftCount == 0 || rightCount == 0)
        {
            return null;
        }

        return System.Numerics.BitOperations.PopCount(genres[left] & genres[right]) / Roots[leftCount * rightCount];
    }

    /// <summary>
    /// Intra-list diversity (Ziegler et al. 2005): mean of 1 − cosine over the list's pairs; 0 for a list without
    /// a comparable pair.
    /// </summary>
    public double Diversity(ReadOnlySpan<int> list)
    {
        Span<double> diversity = stackalloc double[1];
        Diversities(list, [list.Length], diversity);
        return diversity[0];
    }

    /// <summary><see cref="Diversity"/> of the first few movies of a list, for several lengths in one pass.</summary>
    /// <param name="lengths">Ascending; one that is beyond the list stands for all of it.</param>
    /// <param name="diversities">One per length; overwritten.</param>
    public void Diversities(ReadOnlySpan<int> list, ReadOnlySpan<int> lengths, Span<double> diversities)
    {
        // The sum of the unit vectors so far: a movie's product with it is the sum of its cosines with each of them.
        Span<double> before = stackalloc double[MostGenres];
        before.Clear();
        int described = 0;
        double sum = 0;
        long pairs = 0;
        int done = 0;
        for (int n = 0; n <= list.Length; n++)
        {
            while (done < lengths.Length && (lengths[done] <= n || n == list.Length))
            {
                // Movies of one kind alone differ by nothing, not by what rounding leaves.
                diversities[done++] = pairs == 0 ? 0 : Math.Max(0, sum / pairs);
            }

            if (n == list.Length || genres[list[n]] == 0)
            {
                continue;
            }

            double cosines = 0;
            double part = 1 / Roots[System.Numerics.BitOperations.PopCount(genres[list[n]])];
            for (ulong own = genres[list[n]]; own != 0; own &= own - 1)
            {
                ref double genre = ref before[System.Numerics.BitOperations.TrailingZeroCount(own)];
                cosines += genre * part;
                genre += part;
            }

            sum += described - cosines;
            pairs += described++;
        }
    }
}
