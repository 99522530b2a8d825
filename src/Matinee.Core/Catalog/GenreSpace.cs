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
        // Those before that have a genre.
        Span<ulong> others = list.Length <= 256 ? stackalloc ulong[list.Length] : new ulong[list.Length];
        int described = 0;
        double sum = 0;
        int pairs = 0;
        int done = 0;
        for (int n = 0; n <= list.Length; n++)
        {
            while (done < lengths.Length && (lengths[done] <= n || n == list.Length))
            {
                diversities[done++] = pairs == 0 ? 0 : sum / pairs;
            }

            if (n == list.Length || genres[list[n]] == 0)
            {
                continue;
            }

            ulong own = genres[list[n]];
            int ownCount = System.Numerics.BitOperations.PopCount(own);
            for (int m = 0; m < described; m++)
            {
                sum +=
                    1
                    - (
                        System.Numerics.BitOperations.PopCount(own & others[m])
                        / Roots[ownCount * System.Numerics.BitOperations.PopCount(others[m])]
                    );
            }

            pairs += described;
            others[described++] = own;
        }
    }
}
