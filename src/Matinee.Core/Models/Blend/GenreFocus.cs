using System.Numerics;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>
/// How alike the genres of liked movies are: who names five film noirs knows what they want, who rates what a site shows says less.
/// </summary>
internal static class GenreFocus
{
    private const float Liked = 4;
    private const int LeastMovies = 3;

    /// <summary>
    /// The mean cosine of the genre vectors of the history's movies with 4 stars and more; 0 where fewer than three of them have
    /// genres.
    /// </summary>
    /// <param name="genres">One bit per genre, per item; items beyond have none.</param>
    public static double Of(UserHistory history, ReadOnlySpan<long> genres)
    {
        Span<ulong> liked = history.Count <= 64 ? stackalloc ulong[history.Count] : new ulong[history.Count];
        int count = 0;
        for (int n = 0; n < history.Count; n++)
        {
            if (history.Ratings[n] >= Liked && history.Items[n] < genres.Length && genres[history.Items[n]] != 0)
            {
                liked[count++] = (ulong)genres[history.Items[n]];
            }
        }

        if (count < LeastMovies)
        {
            return 0;
        }

        double sum = 0;
        for (int n = 1; n < count; n++)
        {
            for (int m = 0; m < n; m++)
            {
                double lengths = (double)BitOperations.PopCount(liked[n]) * BitOperations.PopCount(liked[m]);
                sum += BitOperations.PopCount(liked[n] & liked[m]) / Math.Sqrt(lengths);
            }
        }

        return sum / (count * (count - 1) / 2);
    }
}
