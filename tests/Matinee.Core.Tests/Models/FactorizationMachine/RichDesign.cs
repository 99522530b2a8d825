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

    public static Design Create(double density = 0.35) => Create(new FactorizationMachineOptions(), density);

    public static Design Create(FactorizationMachineOptions options, double density = 0.35)
    {
        var random = new CounterRandom(21, 1);
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
        InteractionMatrix matrix = InteractionMatrix.FromRatings(ratings, Users, Movies, _ => true);
        return DesignBuilder.Build(new TrainingData(matrix, Catalog()), options, DayMap.Of(matrix.Timestamps));
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
