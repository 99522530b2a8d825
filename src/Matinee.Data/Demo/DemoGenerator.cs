using Matinee.Data.Simulation;

namespace Matinee.Data.Demo;

/// <summary>
/// Simulates moviegoers over the catalogue. Users see what fits their taste and what is famous, good or new, and rate
/// it by taste, quality and mood in a style of their own; docs/demo-data.md describes the model and its figures.
/// </summary>
public static class DemoGenerator
{
    // Log-weights of fame 1 to 5 in what people get to see.
    private static readonly double[] FamePull = [-2.8, -1.5, 0, 1.3, 2.5];
    private const double TastePull = 1.5;
    private const double QualityPull = 0.25;
    private const double NoveltyPull = 0.7;
    private const int NoveltyYears = 3;
    private const double WeightScale = 1 << 20;

    // A user with more ratings than this share of the films out by then stays around for later ones.
    private const double ReachableShare = 0.7;

    public static DemoData Generate(DemoOptions options, CancellationToken cancellation = default) =>
        Generate(options, DemoCatalogue.Load(), cancellation);

    public static DemoData Generate(
        DemoOptions options,
        IReadOnlyList<DemoMovie> movies,
        CancellationToken cancellation = default
    )
    {
        int[] releases =
        [
            .. movies.Select(movie => movie.Year).Where(year => year <= ViewingCalendar.LastYear).Order(),
        ];
        options.Validate(releases.Length);

        double[] quality = DrawQuality(movies, options.Seed);
        var tastes = new TasteModel(movies, options.Seed);
        int[] counts = ActivityPlan.Draw(options, releases.Length);
        var ratings = new List<DemoRating>(options.Ratings);
        for (int user = 0; user < options.Users; user++)
        {
            cancellation.ThrowIfCancellationRequested();
            UserTaste taste = tastes.Draw(user);
            ViewingCalendar calendar = ViewingCalendar.Draw(
                new Draws(options.Seed, DrawPurpose.Calendar, user),
                counts[user],
                EarliestEnd(releases, counts[user])
            );
            int[] seen = DrawSeen(movies, taste, quality, calendar.EndYear, counts[user], options.Seed, user);
            var style = new RatingStyle(new Draws(options.Seed, DrawPurpose.Rating, user));
            ratings.AddRange(
                seen.Select(index => new DemoRating(
                        user + 1,
                        movies[index].Id,
                        style.Rate(quality[index], taste.Affinities[index]),
                        calendar.Next(movies[index].Year)
                    ))
                    .OrderBy(rating => rating.MovieId)
            );
        }

        return new DemoData(options, movies, ratings, TagSimulation.Draw(movies, ratings, options.Seed, cancellation));
    }

    private static double[] DrawQuality(IReadOnlyList<DemoMovie> movies, long seed)
    {
        // Films that everyone knows are a little better liked than their neighbours.
        double[] quality =
        [
            .. movies.Select(movie =>
                new Draws(seed, DrawPurpose.Quality, movie.Id).Normal() + 0.25 * (movie.Fame - 3)
            ),
        ];
        TasteModel.Standardize(quality);
        return quality;
    }

    private static int EarliestEnd(int[] releases, int count)
    {
        for (int year = ViewingCalendar.FirstYear; year < ViewingCalendar.LastYear; year++)
        {
            if (count <= ReachableShare * releases.Count(release => release <= year))
            {
                return year;
            }
        }

        return ViewingCalendar.LastYear;
    }

    private static int[] DrawSeen(
        IReadOnlyList<DemoMovie> movies,
        UserTaste taste,
        double[] quality,
        int endYear,
        int count,
        long seed,
        int user
    )
    {
        long[] weights = new long[movies.Count];
        for (int n = 0; n < weights.Length; n++)
        {
            int age = endYear - movies[n].Year;
            double pull =
                TastePull * taste.Affinities[n]
                + taste.Mainstream * FamePull[movies[n].Fame - 1]
                + QualityPull * quality[n]
                + (age < NoveltyYears ? NoveltyPull : 0);
            weights[n] = age < 0 ? 0 : 1 + (long)(WeightScale * PortableMath.Exp(pull));
        }

        var choice = new WeightedChoice(weights);
        var draws = new Draws(seed, DrawPurpose.Viewing, user);
        int[] seen = new int[count];
        for (int n = 0; n < count; n++)
        {
            seen[n] = choice.Draw(draws);
        }

        return seen;
    }
}
