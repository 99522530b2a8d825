using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Numerics;
using Matinee.Core.Tests.Ranking;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

/// <summary>A few ratings with every kind of feature that there is.</summary>
internal static class RichDesign
{
    public const int Users = 12;
    public const int Movies = 24;

    /// <summary>As small as they may be to exercise everything.</summary>
    public static FactorizationMachineOptions Options { get; } =
        new()
        {
            Rank = 2,
            Sweeps = 40,
            Chains = 2,
            KeptSamples = 16,
        };

    public static Design Create(double density = 0.35) => Create(new FactorizationMachineOptions(), density);

    public static Design Create(FactorizationMachineOptions options, double density = 0.35)
    {
        TrainingData data = Data(density);
        return DesignBuilder.Build(data, options, DayMap.Of(data.Ratings.Timestamps));
    }

    public static TrainingData Data(double density = 0.35) => new(Ratings(density, seed: 21), Catalog());

    /// <summary>With ratings held out, and with what users say of themselves.</summary>
    public static TrainingData FullData() =>
        Data() with
        {
            Validation = Ratings(0.1, seed: 22),
            Attributes = new UserAttributes(
                [.. Enumerable.Range(0, Users).Select(user => (int?)(20 + 4 * user))],
                [.. Enumerable.Range(0, Users).Select(user => user % 2 == 0 ? "F" : "M")],
                [.. Enumerable.Range(0, Users).Select(user => user % 3 == 0 ? "writer" : "lawyer")],
                [.. Enumerable.Range(0, Users).Select(user => $"{user % 4}0101")]
            ),
        };

    private static InteractionMatrix Ratings(double density, long seed)
    {
        var random = new CounterRandom(seed, 1);
        var users = new List<int>();
        var movies = new List<int>();
        for (int pair = 0; pair < Users * Movies; pair++)
        {
            if (random.Uniform(pair) < density)
            {
                users.Add(pair / Movies);
                movies.Add(pair % Movies);
            }
        }

        var ratings = new RatingColumns(
            [.. users],
            [.. movies],
            [.. users.Select((user, n) => 1 + random.Below(3 + (user + movies[n]) % 3, 1000 + n))],
            [.. users.Select((_, n) => 86_400L * random.Below(9, 2000 + n))],
            [.. users.Select(_ => SplitPart.Train)]
        );
        return InteractionMatrix.FromRatings(ratings, Users, Movies, _ => true);
    }

    // Two tags that most movies have, and two movies that nobody rated.
    private static MovieCatalog Catalog()
    {
        Movie[] movies =
        [
            .. SmallCatalog
                .Random(Movies + 2, 4)
                .Movies.Select(
                    (movie, n) =>
                        movie with
                        {
                            Tags =
                            [
                                .. n < 22 ? [new MovieTag("classic", 2)] : Array.Empty<MovieTag>(),
                                .. n >= 3 ? [new MovieTag("dark", 1)] : Array.Empty<MovieTag>(),
                            ],
                        }
                ),
        ];
        return new MovieCatalog(movies, Movies);
    }
}
