using System.Globalization;
using Matinee.Core;
using Matinee.Core.Interactions;

namespace Matinee;

/// <summary>Ratings that a caller brings, as a model takes them.</summary>
/// <param name="History">Of the movies that the model covers.</param>
/// <param name="NotCovered">Item indices of the other ones: they are seen.</param>
internal sealed record RatedMovies(UserHistory History, int[] NotCovered)
{
    /// <param name="covered">Movies below this index can stand in a history.</param>
    /// <exception cref="MatineeException">A rating is not valid, a movie is unknown or stands twice.</exception>
    public static RatedMovies Of(
        IReadOnlyCollection<MovieRating> ratings,
        KnownMovies movies,
        int covered,
        TimeProvider time
    )
    {
        long now = time.GetUtcNow().ToUnixTimeSeconds();
        var byItem = new SortedDictionary<int, (float Stars, long Time)>();
        foreach (MovieRating rating in ratings)
        {
            int item = movies.Get(rating.Movie).Value;
            if (!byItem.TryAdd(item, (Stars(rating), rating.RatedAt?.ToUnixTimeSeconds() ?? now)))
            {
                throw new MatineeException($"The movie {rating.Movie} is rated twice. Give its last rating only.");
            }
        }

        int[] items = [.. byItem.Keys.TakeWhile(item => item < covered)];
        return new RatedMovies(
            new UserHistory(
                items,
                byItem.Values.Take(items.Length).Select(rating => rating.Stars).ToArray(),
                byItem.Values.Take(items.Length).Select(rating => rating.Time).ToArray()
            ),
            [.. byItem.Keys.Skip(items.Length)]
        );
    }

    private static float Stars(MovieRating rating) =>
        rating.Stars is >= 0.5 and <= 5 && rating.Stars * 2 == Math.Floor(rating.Stars * 2)
            ? (float)rating.Stars
            : throw new MatineeException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The rating of movie {rating.Movie} must be half stars from 0.5 to 5, not {rating.Stars}."
                )
            );
}
