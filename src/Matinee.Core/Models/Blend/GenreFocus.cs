using System.Runtime.InteropServices;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>
/// How alike the genres of liked movies are: who names five film noirs knows what they want, who rates what a site shows says less.
/// </summary>
/// <param name="genres">One bit per genre, per item; items beyond have none.</param>
internal sealed class GenreFocus(long[] genres)
{
    private const float Liked = 4;
    private const int LeastMovies = 3;

    private readonly GenreSpace space = new([.. genres.Select(bits => (ulong)bits)]);

    /// <summary>
    /// The mean cosine of the genre vectors of the history's movies with 4 stars and more; 0 where fewer than three of them have
    /// genres.
    /// </summary>
    public double Of(UserHistory history)
    {
        var liked = new List<int>(history.Count);
        for (int n = 0; n < history.Count; n++)
        {
            int item = history.Items[n];
            if (history.Ratings[n] >= Liked && item < genres.Length && genres[item] != 0)
            {
                liked.Add(item);
            }
        }

        return liked.Count < LeastMovies ? 0 : 1 - space.Diversity(CollectionsMarshal.AsSpan(liked));
    }
}
