using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;

namespace Matinee.Core.Tests.Evaluation;

public class RatingStrataTests
{
    // Known ratings per user: 1, 2, 2 and 3; per movie: 4, 2, 2 and none.
    private static readonly InteractionMatrix Known = Matrices.Of(4, [0], [0, 1], [0, 2], [0, 1, 2]);

    // Errors 1 and 2, 3, none; user 3 is asked for nothing.
    private static readonly RatingResult Result = new([0, 0, 1, 2], [1, 2, 2, 3], [3, 3, 2, 4], [4, 1, 5, 4]);

    private static readonly IReadOnlyList<Stratum> All = RatingStrata.Of(Result, Known, Known);

    [Fact]
    public void Of_UserActivity_IsTheRootOfTheMeanSquareOverRatings()
    {
        Stratum[] groups = [.. All.Where(stratum => stratum.Grouping == Strata.UserActivity)];

        Assert.Equal(["1 ratings", "2 ratings"], groups.Select(group => group.Name));
        Assert.All(groups, group => Assert.Equal(("rmse", null), (group.Metric, group.K)));
        Assert.Equal([2, 0, 0], groups[0].Denominators);
        Assert.Equal([5, 0, 0], groups[0].Numerators);
        Assert.Equal(Math.Sqrt(5 / 2.0), groups[0].Value, 1e-12);
        Assert.Equal([0, 9, 0], groups[1].Numerators);
        Assert.Equal(Math.Sqrt(9 / 2.0), groups[1].Value, 1e-12);
    }

    [Fact]
    public void Of_MoviePopularity_HoldsEveryRatingOnce()
    {
        Stratum[] groups = [.. All.Where(stratum => stratum.Grouping == Strata.MoviePopularity)];

        // Known ratings: movie 0 has 4 of 8, 1 and 2 have two each, so 1 begins at a half and 2 at three quarters.
        Assert.Equal(["middle (1 movies)", "tail (2 movies)"], groups.Select(group => group.Name));
        Assert.Equal([1, 0, 0], groups[0].Denominators);
        Assert.Equal(1, groups[0].Value, 1e-12);
        Assert.Equal([1, 1, 1], groups[1].Denominators);
        Assert.Equal([4, 9, 0], groups[1].Numerators);
        Assert.Equal(Result.Count, groups.Sum(group => group.Size));
    }

    [Fact]
    public void Of_NothingHeldOut_IsEmpty() => Assert.Empty(RatingStrata.Of(new([], [], [], []), Known, Known));
}
