using Matinee.Core.Catalog;
using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;

namespace Matinee.Core.Tests.Evaluation;

public class StrataTests
{
    private const int Items = 6;

    // Ratings per item: 0 has 6, 1 has 3, 2 has 2, 3 has 1, 4 and 5 have none; 12 in all, so thirds end at 4 and 8.
    private static readonly InteractionMatrix Histories = Matrices.Of(
        Items,
        [0],
        [0, 1],
        [0, 1],
        [0, 1, 2],
        [0, 2],
        [0, 3]
    );

    // User 5 has nothing to find and is not evaluated.
    private static readonly InteractionMatrix Relevant = Matrices.Of(Items, [1, 4], [2], [3, 5], [4], [1], []);

    private static readonly RankingTask Task = new()
    {
        Histories = Histories,
        Relevant = Relevant,
        Catalog = new MovieCatalog(
            [
                .. Enumerable
                    .Range(0, Items)
                    .Select(item => new Movie
                    {
                        Id = new ItemId(item),
                        Title = $"{item}",
                        Genres = [],
                    }),
            ],
            Items
        ),
        Cutoffs = [2],
    };

    // Lower items first, so the top two of each user are: 1 2 | 2 3 | 2 3 | 3 4 | 1 3.
    private static readonly RankingResult Result = new RankingEvaluator(Task).Evaluate(
        new FixedRanker(Items, item => -item)
    );

    private static readonly IReadOnlyList<Stratum> All = Strata.Of(Task, Result);

    [Fact]
    public void Of_UserActivity_GroupsUsersByQuartilesOfWhatIsKnown()
    {
        Stratum[] groups = Of(Strata.UserActivity);

        // Known ratings are 1 2 2 3 2; sorted 1 2 2 2 3, the quartiles end at 1, 2, 2 and 3: equal numbers stay together.
        Assert.Equal(["1 ratings", "2 ratings", "3 ratings"], groups.Select(group => group.Name));
        Assert.All(groups, group => Assert.Equal(("ndcg", 2), (group.Metric, group.K)));
        Assert.Equal([1, 3, 1], groups.Select(group => group.Size));
        Assert.Equal([0, 1, 1, 0, 1], groups[1].Denominators);
        double twoAsked = 1 / (1 + (1 / Math.Log2(3)));
        double second = 1 / Math.Log2(3);
        // User 0 finds 1 of two at the first place; users 1 and 4 all at the first; user 2 one of two at the second.
        Assert.Equal(twoAsked, groups[0].Value, 1e-12);
        Assert.Equal((1 + (second * twoAsked) + 1) / 3, groups[1].Value, 1e-12);
        Assert.Equal(second, groups[2].Value, 1e-12);
    }

    [Fact]
    public void Of_MoviePopularity_HasThirdsOfTheRatings()
    {
        Stratum[] groups = Of(Strata.MoviePopularity);

        // 0 alone is the head; 1 starts at 6 of 12 and 2 at 9. Nobody is to find 0, so the head is left out.
        Assert.Equal(["middle (1 movies)", "tail (4 movies)"], groups.Select(group => group.Name));
        Assert.All(groups, group => Assert.Equal(("recall", 2), (group.Metric, group.K)));
        Assert.Equal([1, 0, 0, 0, 1], groups[0].Denominators);
        Assert.Equal([1, 0, 0, 0, 1], groups[0].Numerators);
        // Asked: 4 | 2 | 3 5 | 4 | none; found: none | 2 | 3 | 4 | none.
        Assert.Equal([1, 1, 2, 1, 0], groups[1].Denominators);
        Assert.Equal([0, 1, 1, 1, 0], groups[1].Numerators);
        Assert.Equal(3.0 / 5, groups[1].Value, 1e-12);
    }

    [Fact]
    public void Of_Coldness_GroupsByTheMoviesRatings()
    {
        Stratum[] groups = Of(Strata.Coldness);

        Assert.Equal(["0 ratings", "1 to 4 ratings"], groups.Select(group => group.Name));
        Assert.Equal([1, 0, 1, 1, 0], groups[0].Denominators);
        Assert.Equal([0, 0, 0, 1, 0], groups[0].Numerators);
        Assert.Equal([1, 1, 1, 0, 1], groups[1].Denominators);
        Assert.Equal([1, 1, 1, 0, 1], groups[1].Numerators);
    }

    [Theory]
    [InlineData(Strata.MoviePopularity)]
    [InlineData(Strata.Coldness)]
    public void Of_GroupsOfMovies_AddUpToAllThatIsAsked(string grouping)
    {
        Stratum[] groups = Of(grouping);

        Assert.Equal(Relevant.EntryCount, groups.Sum(group => group.Size));
        Assert.Equal(
            Result.Users.Select((user, row) => Result.PerUser(RankingMetric.Recall, 2)[row] * Relevant.RowLength(user)),
            Enumerable.Range(0, Result.Users.Count).Select(row => groups.Sum(group => group.Numerators[row]))
        );
    }

    [Fact]
    public void Of_UserGroups_AddUpToTheMean()
    {
        Stratum[] groups = Of(Strata.UserActivity);

        Assert.Equal(Result.Users.Count, groups.Sum(group => group.Size));
        Assert.Equal(
            Result.Mean(RankingMetric.Ndcg, 2),
            groups.Sum(group => group.Numerators.Sum()) / Result.Users.Count,
            1e-12
        );
    }

    [Fact]
    public void Of_EightUsers_HasTwoInEachQuartile()
    {
        RankingTask task = Task with
        {
            Histories = Matrices.Of(
                Items,
                [.. Enumerable.Range(0, 8).Select(user => Enumerable.Range(0, (user / 2) + 1).ToArray())]
            ),
            Relevant = Matrices.Of(Items, [.. Enumerable.Repeat(new[] { 5 }, 8)]),
        };

        IReadOnlyList<Stratum> strata = Strata.Of(
            task,
            new RankingEvaluator(task).Evaluate(new FixedRanker(Items, item => item))
        );

        Assert.Equal(
            ["1 ratings", "2 ratings", "3 ratings", "4 ratings"],
            strata.Where(group => group.Grouping == Strata.UserActivity).Select(group => group.Name)
        );
        Assert.All(strata.Where(group => group.Grouping == Strata.UserActivity), group => Assert.Equal(2, group.Size));
    }

    [Fact]
    public void Of_RelevantBeyondTheCatalogue_IsColdAndInTheTail()
    {
        RankingTask task = Task with { Relevant = Matrices.Of(Items + 1, [6], [], [], [], [], []) };

        IReadOnlyList<Stratum> strata = Strata.Of(
            task,
            new RankingEvaluator(task).Evaluate(new FixedRanker(Items, item => item))
        );

        Stratum cold = Assert.Single(strata, group => group.Grouping == Strata.Coldness);
        Assert.Equal("0 ratings", cold.Name);
        Assert.Equal((1.0, 0.0), (cold.Size, cold.Value));
    }

    [Fact]
    public void Of_NobodyToEvaluate_IsEmpty()
    {
        RankingTask task = Task with { Relevant = Matrices.Of(Items, [], [], [], [], [], []) };

        Assert.Empty(Strata.Of(task, new RankingEvaluator(task).Evaluate(new FixedRanker(Items, item => item))));
    }

    private static Stratum[] Of(string grouping) => [.. All.Where(stratum => stratum.Grouping == grouping)];
}
