using Matinee.Data.Raw;

namespace Matinee.Data.Preparation;

/// <summary>The message for thresholds that no rating survives: what they met, and what would leave something.</summary>
internal static class NothingLeft
{
    public static NothingLeftException Explain(RatingTable ratings, int userCount, int itemCount, Thresholds thresholds)
    {
        int[] perUser = RatingThresholds.Count(ratings.Users, userCount);
        int[] perItem = RatingThresholds.Count(ratings.Items, itemCount);
        int minUser = thresholds.MinUserRatings;
        int minMovie = thresholds.MinMovieRatings;
        return new NothingLeftException(
            $"No rating survives --min-user-ratings {minUser} with --min-movie-ratings {minMovie}. "
                + $"{Met(perUser, minUser, "users")}; {Met(perItem, minMovie, "movies")}; both must hold at once. "
                + $"{Way(LargestMinMovie(), "--min-movie-ratings", $"--min-user-ratings {minUser}")} "
                + $"{Way(LargestMinUser(), "--min-user-ratings", $"--min-movie-ratings {minMovie}")} "
                + "Lower one of them, or use more data."
        );

        int LargestMinMovie() => Largest(perItem.Max(), movie => Survives(minUser, movie));
        int LargestMinUser() => Largest(perUser.Max(), user => Survives(user, minMovie));

        bool Survives(int user, int movie) =>
            RatingThresholds.Find(ratings, userCount, itemCount, user, movie).Left > 0;
    }

    private static string Met(int[] counts, int minimum, string noun) =>
        $"{counts.Count(count => count > 0 && count >= minimum)} of {counts.Count(count => count > 0)} {noun} have "
        + $"{minimum} ratings or more (the most is {counts.Max()})";

    private static string Way(int largest, string option, string with) =>
        largest == 0
            ? $"With {with} no {option} leaves anything."
            : $"With {with}, up to {option} {largest} leaves something.";

    // The stricter the minimum, the less survives: the largest that leaves something is found by bisection.
    private static int Largest(int limit, Func<int, bool> survives)
    {
        int good = 0;
        int bad = limit + 1;
        while (bad - good > 1)
        {
            int middle = good + (bad - good) / 2;
            (good, bad) = survives(middle) ? (middle, bad) : (good, middle);
        }

        return good;
    }
}
