using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Core.Ranking.Reranking;

/// <summary>
/// Movies and histories as distributions over genres: a movie is spread evenly over its own (Steck 2018, p(g|i)); a
/// history is the mean of its movies weighted by their stars, since what was liked says more about taste.
/// </summary>
internal sealed class GenreShares
{
    private readonly int[][] genresByItem;

    public GenreShares(MovieCatalog catalog)
    {
        var numbers = new Dictionary<string, int>();
        genresByItem = new int[catalog.Count][];
        for (int item = 0; item < catalog.Count; item++)
        {
            genresByItem[item] = [.. catalog.Movies[item].Genres.Distinct().Select(Number)];
        }

        Count = numbers.Count;
        MostPerItem = genresByItem.Length == 0 ? 0 : genresByItem.Max(genres => genres.Length);

        int Number(string genre)
        {
            numbers.TryAdd(genre, numbers.Count);
            return numbers[genre];
        }
    }

    /// <summary>Number of genres.</summary>
    public int Count { get; }

    public int MostPerItem { get; }

    /// <summary>The movie's genres, each once; its share of each is 1 / their number.</summary>
    public ReadOnlySpan<int> Of(int item) => genresByItem[item];

    /// <summary>Sums to 1; null for a history without a genre.</summary>
    public double[]? Of(UserHistory history)
    {
        var shares = new double[Count];
        double total = 0;
        for (int n = 0; n < history.Count; n++)
        {
            ReadOnlySpan<int> genres = Of(history.Items[n]);
            foreach (int genre in genres)
            {
                shares[genre] += history.Ratings[n] / (double)genres.Length;
            }

            total += genres.IsEmpty ? 0 : history.Ratings[n];
        }

        return total > 0 ? [.. shares.Select(share => share / total)] : null;
    }
}
