using Matinee.Data.Simulation;

namespace Matinee.Data.Demo;

/// <summary>
/// Some users tag: they apply a film's catalogue tags shortly after rating it, telling tags and famous films most often.
/// </summary>
internal static class TagSimulation
{
    private const double TaggingUsers = 0.3;
    private const int LongestDelaySeconds = 90;

    public static IReadOnlyList<DemoTagApplication> Draw(
        IReadOnlyList<DemoMovie> movies,
        IReadOnlyList<DemoRating> ratings,
        long seed,
        CancellationToken cancellation
    )
    {
        ILookup<int, DemoRating> byMovie = ratings.ToLookup(rating => rating.MovieId);
        var applications = new List<DemoTagApplication>();
        foreach (DemoMovie movie in movies)
        {
            cancellation.ThrowIfCancellationRequested();
            DemoRating[] raters = [.. byMovie[movie.Id]];
            DemoRating[] taggers = [.. raters.Where(rating => Tags(rating.UserId, seed))];
            // An obscure film's few viewers may all be silent ones; then any of them speaks up.
            Apply(movie, taggers.Length > 0 ? taggers : raters, seed, applications);
        }

        applications.Sort(
            (left, right) =>
                (left.UserId, left.MovieId, left.Timestamp).CompareTo((right.UserId, right.MovieId, right.Timestamp))
                    is var order
                        and not 0
                    ? order
                    : string.CompareOrdinal(left.Tag, right.Tag)
        );
        return applications;
    }

    private static bool Tags(int userId, long seed) =>
        new Draws(seed, DrawPurpose.Tagging, -userId).Chance(TaggingUsers);

    private static void Apply(DemoMovie movie, DemoRating[] taggers, long seed, List<DemoTagApplication> applications)
    {
        var draws = new Draws(seed, DrawPurpose.Tagging, movie.Id);
        for (int position = 0; position < movie.Tags.Count; position++)
        {
            int most = Math.Max(1, 2 + movie.Fame - position);
            int times = Math.Min(1 + draws.Below(most), taggers.Length);
            // A partial Fisher-Yates shuffle: the first so many are a random choice of different people.
            for (int n = 0; n < times; n++)
            {
                int other = n + draws.Below(taggers.Length - n);
                (taggers[n], taggers[other]) = (taggers[other], taggers[n]);
                applications.Add(
                    new DemoTagApplication(
                        taggers[n].UserId,
                        movie.Id,
                        movie.Tags[position],
                        taggers[n].Timestamp + 1 + draws.Below(LongestDelaySeconds)
                    )
                );
            }
        }
    }
}
