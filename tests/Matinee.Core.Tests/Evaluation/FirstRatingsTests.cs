using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;

namespace Matinee.Core.Tests.Evaluation;

public class FirstRatingsTests
{
    // User 0 rated 2 first, then 5 and 7 at one time, then 1; user 1 nothing; user 2 one movie.
    private static readonly InteractionMatrix Ratings = Matrices.Timed(
        9,
        [(1, 40), (2, 10), (5, 30), (7, 30)],
        [],
        [(8, 5)]
    );

    [Fact]
    public void Take_ByTime_GivesTheEarliestAndAtOneTimeTheLowerItem()
    {
        var first = FirstRatings.ByTime(Ratings);

        Assert.Equal([2], first.Take(1).RowColumns(0).ToArray());
        Assert.Equal([2, 5], first.Take(2).RowColumns(0).ToArray());
        Assert.Equal([2, 5, 7], first.Take(3).RowColumns(0).ToArray());
        Assert.Equal([1, 2, 5, 7], first.Take(99).RowColumns(0).ToArray());
    }

    [Fact]
    public void Take_UsersWithFewer_GivesWhatThereIs()
    {
        InteractionMatrix two = FirstRatings.ByTime(Ratings).Take(2);

        Assert.Equal(3, two.RowCount);
        Assert.Equal(0, two.RowLength(1));
        Assert.Equal([8], two.RowColumns(2).ToArray());
        Assert.Equal(9, two.ColumnCount);
        Assert.Equal([10, 30], two.RowTimestamps(0).ToArray());
        Assert.Equal(0, FirstRatings.ByTime(Ratings).Take(0).EntryCount);
    }

    [Fact]
    public void Take_GivenPlaces_FollowsThemAgainstTheClock()
    {
        var first = new FirstRatings(Ratings, [0, 3, 2, 1, 0]);

        Assert.Equal([1, 7], first.Take(2).RowColumns(0).ToArray());
        Assert.Equal(4, first.MostGiven);
    }

    [Fact]
    public void MostGiven_NoRatings_IsZero()
    {
        Assert.Equal(0, FirstRatings.ByTime(Matrices.Of(3, [], [])).MostGiven);
    }

    [Fact]
    public void FirstRatings_TooFewPlaces_Throws()
    {
        Assert.Throws<ArgumentException>(() => new FirstRatings(Ratings, [0, 1]));
    }
}
