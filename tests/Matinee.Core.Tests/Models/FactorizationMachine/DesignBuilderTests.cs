using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Tests.Evaluation;
using Matinee.Core.Tests.Ranking;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class DesignBuilderTests
{
    private const long Day = 86_400;

    // Movies 3 and 4 are known to the catalogue only.
    private static readonly MovieCatalog s_catalog = new(
        SmallCatalog
            .Of(
                SmallCatalog.Movie(1994, ["Comedy"]),
                SmallCatalog.Movie(1995, ["War", "Drama"]),
                SmallCatalog.Movie(1999, []),
                SmallCatalog.Movie(null, ["War", "Comedy", "Drama", "Crime"]),
                SmallCatalog.Movie(2000, ["Drama"])
            )
            .Movies,
        rankedCount: 3
    );

    private static readonly InteractionMatrix s_ratings = Matrices.Timed(
        3,
        [(0, 5 * Day), (2, 7 * Day)],
        [],
        [(0, 5 * Day + 1), (1, 9 * Day), (2, 5 * Day - 1)]
    );

    [Fact]
    public void Build_Users_HaveTheirIdAndTheMoviesTheyRated()
    {
        DesignBlock users = Build().Blocks[DesignBuilder.UserBlock];

        Assert.Equal(["id", "rated movies"], users.Groups.Select(group => group.Name));
        Assert.Equal(3, users.RowCount);
        Assert.Equal([0, 0, 2, 2, 2], users.RowOf);
        Assert.Equal(
            [
                [(0, 1.0)],
                [(1, 1)],
                [(2, 1)],
            ],
            Features(users, "id")
        );
        double two = 1 / Math.Sqrt(2);
        double three = 1 / Math.Sqrt(3);
        Assert.Equal(
            [
                [(0, two), (2, three)],
                [(2, three)],
                [(0, two), (2, three)],
            ],
            Features(users, "rated movies")
        );
    }

    [Fact]
    public void Build_Movies_HaveTheirIdAndTheUsersWhoRatedThem()
    {
        DesignBlock movies = Build().Blocks[DesignBuilder.MovieBlock];

        Assert.Equal(["id", "rating users", "year", "genres"], movies.Groups.Select(group => group.Name));
        Assert.Equal(5, movies.RowCount);
        Assert.Equal([0, 2, 0, 1, 2], movies.RowOf);
        Assert.Equal(
            [
                [(0, 1.0)],
                [(1, 1)],
                [(2, 1)],
                [(3, 1)],
                [(4, 1)],
            ],
            Features(movies, "id")
        );
        double two = 1 / Math.Sqrt(2);
        Assert.Equal(
            [
                [(0, two), (2, two)],
                [],
                [(0, two), (1, 1), (2, two)],
            ],
            Features(movies, "rating users")
        );
    }

    // 1990–94, 1995–99, 2000–04.
    [Fact]
    public void Build_Years_ComeInFives() =>
        Assert.Equal(
            [
                [(0, 1.0)],
                [(1, 1), (2, 1)],
                [(4, 1)],
            ],
            Features(Build().Blocks[DesignBuilder.MovieBlock], "year")
        );

    // Comedy, Crime, Drama, War: a movie's genres share one unit of length, whether it is rated or not.
    [Fact]
    public void Build_Genres_AreWorthOneOverTheRootOfTheirNumber()
    {
        double two = 1 / Math.Sqrt(2);

        Assert.Equal(
            [
                [(0, 1.0), (3, 0.5)],
                [(3, 0.5)],
                [(1, two), (3, 0.5), (4, 1)],
                [(1, two), (3, 0.5)],
            ],
            Features(Build().Blocks[DesignBuilder.MovieBlock], "genres")
        );
    }

    [Fact]
    public void Build_Tags_NeedTwentyMovies()
    {
        MovieCatalog catalog = SmallCatalog.Of([
            .. Enumerable
                .Range(0, 21)
                .Select(n =>
                    SmallCatalog.Movie(
                        null,
                        [],
                        [
                            .. n < 20 ? [new MovieTag("classic", 1)] : Array.Empty<MovieTag>(),
                            .. n < 19 ? [new MovieTag("dark", 9)] : Array.Empty<MovieTag>(),
                            .. n > 0 ? [new MovieTag("slow", 3)] : Array.Empty<MovieTag>(),
                        ]
                    )
                ),
        ]);
        InteractionMatrix ratings = Matrices.Timed(21, [(0, 0L)]);

        DesignBlock movies = DesignBuilder
            .Build(new TrainingData(ratings, catalog), new FactorizationMachineOptions(), DayMap.Of(ratings.Timestamps))
            .Blocks[DesignBuilder.MovieBlock];

        (int Row, double Value)[][] tags = Features(movies, "tags");
        double two = 1 / Math.Sqrt(2);
        Assert.Equal(2, tags.Length);
        Assert.Equal([(0, 1.0), .. Enumerable.Range(1, 19).Select(row => (row, two))], tags[0]);
        Assert.Equal([.. Enumerable.Range(1, 19).Select(row => (row, two)), (20, 1.0)], tags[1]);
    }

    // Days 4, 5, 7 and 9; day 5 begins with its first second.
    [Fact]
    public void Build_Days_AreRowsOfTheirOwn()
    {
        DesignBlock days = Build().Blocks[DesignBuilder.DayBlock];

        Assert.Equal(4, days.RowCount);
        Assert.Equal([1, 2, 1, 3, 0], days.RowOf);
        Assert.Equal(
            [
                [(0, 1.0)],
                [(1, 1)],
                [(2, 1)],
                [(3, 1)],
            ],
            Features(days, "day")
        );
    }

    // Of nobody everything is known: 30–34; F and M; two occupations; 0 and T.
    [Fact]
    public void Build_UserAttributes_AreFeaturesOfTheUsers()
    {
        var known = new UserAttributes(
            [34, null, 30],
            ["M", "F", null],
            [null, "writer", "artist"],
            ["01002", "", "T8H1N"]
        );

        DesignBlock users = DesignBuilder
            .Build(
                new TrainingData(s_ratings, s_catalog) { Attributes = known },
                new FactorizationMachineOptions { UseRatedMovies = false },
                DayMap.Of(s_ratings.Timestamps)
            )
            .Blocks[DesignBuilder.UserBlock];

        Assert.Equal(["id", "age", "gender", "occupation", "zip area"], users.Groups.Select(group => group.Name));
        Assert.Equal(
            [
                [(0, 1.0), (2, 1)],
            ],
            Features(users, "age")
        );
        Assert.Equal(
            [
                [(1, 1.0)],
                [(0, 1)],
            ],
            Features(users, "gender")
        );
        Assert.Equal(
            [
                [(2, 1.0)],
                [(1, 1)],
            ],
            Features(users, "occupation")
        );
        Assert.Equal(
            [
                [(0, 1.0)],
                [(2, 1)],
            ],
            Features(users, "zip area")
        );
    }

    [Fact]
    public void Build_Ages_ComeInFives()
    {
        var known = new UserAttributes([29, 30, 25], [null, null, null], [null, null, null], [null, null, null]);

        DesignBlock users = DesignBuilder
            .Build(
                new TrainingData(s_ratings, s_catalog) { Attributes = known },
                new FactorizationMachineOptions(),
                days: null
            )
            .Blocks[DesignBuilder.UserBlock];

        Assert.Equal(["id", "rated movies", "age"], users.Groups.Select(group => group.Name));
        Assert.Equal(
            [
                [(0, 1.0), (2, 1)],
                [(1, 1)],
            ],
            Features(users, "age")
        );
    }

    [Fact]
    public void Build_NothingAskedFor_LeavesTheIds()
    {
        Design design = Build(
            new FactorizationMachineOptions
            {
                UseRatedMovies = false,
                UseRatingUsers = false,
                UseDay = false,
                UseYear = false,
                UseGenres = false,
                UseTags = false,
                UseUserAttributes = false,
            }
        );

        Assert.Equal(["id", "id"], design.Blocks.SelectMany(block => block.Groups).Select(group => group.Name));
        Assert.Equal([4f], design.Levels);
    }

    [Fact]
    public void Build_AnyBlock_KnowsEachRowsRatings()
    {
        DesignBlock users = Build().Blocks[DesignBuilder.UserBlock];
        DesignBlock movies = Build().Blocks[DesignBuilder.MovieBlock];

        Assert.Equal([0, 2, 2, 5], users.RowStarts);
        Assert.Equal([0, 1, 2, 3, 4], users.Order);
        Assert.Equal([0, 2, 3, 5, 5, 5], movies.RowStarts);
        Assert.Equal([0, 2, 3, 1, 4], movies.Order);
    }

    private static Design Build(FactorizationMachineOptions? options = null)
    {
        options ??= new FactorizationMachineOptions();
        return DesignBuilder.Build(
            new TrainingData(s_ratings, s_catalog),
            options,
            options.UseDay ? DayMap.Of(s_ratings.Timestamps) : null
        );
    }

    /// <summary>Per feature of a group the rows that have it, and what it is worth to them.</summary>
    private static (int Row, double Value)[][] Features(DesignBlock block, string name)
    {
        FeatureGroup group = block.Group(name);
        return
        [
            .. Enumerable
                .Range(group.Start, group.Count)
                .Select(feature =>
                    Enumerable
                        .Range(
                            block.FeatureStarts[feature],
                            block.FeatureStarts[feature + 1] - block.FeatureStarts[feature]
                        )
                        .Select(entry => (block.Rows[entry], block.Values[entry]))
                        .ToArray()
                ),
        ];
    }
}
