using Matinee.Core.Interactions;

namespace Matinee.Core.Tests.Interactions;

public class UserHistoryTests
{
    private static readonly UserHistory History = new(
        new[] { 2, 5, 9 },
        new[] { 1f, 2, 3 },
        new[] { 30L, 20, 10 },
        new UserIndex(4)
    );

    [Fact]
    public void Without_RatedMovie_KeepsTheOthersAndTheMomentAsAVisitors()
    {
        UserHistory shorter = History.Without(new ItemIndex(2));

        Assert.Equal([5, 9], shorter.Items.ToArray());
        Assert.Equal([2, 3], shorter.Ratings.ToArray());
        Assert.Equal([20, 10], shorter.Timestamps.ToArray());
        Assert.Equal(30, shorter.AsOf);
        Assert.Null(shorter.Row);
    }

    [Fact]
    public void Without_AnotherMovie_KeepsAll()
    {
        Assert.Equal(History.Items.ToArray(), History.Without(new ItemIndex(3)).Items.ToArray());
    }

    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(5, new[] { 2 })]
    [InlineData(6, new[] { 2, 5 })]
    public void Covered_FewerItems_KeepsTheFirstAsAVisitors(int itemCount, int[] expected)
    {
        UserHistory covered = History.Covered(itemCount);

        Assert.Equal(expected, covered.Items.ToArray());
        Assert.Equal(expected.Length, covered.Ratings.Length);
        Assert.Equal(30, covered.AsOf);
        Assert.Null(covered.Row);
    }

    [Fact]
    public void Covered_EveryItem_IsTheSameHistory() => Assert.Same(History, History.Covered(10));

    [Fact]
    public void Together_MovieOfBoth_HasTheMeanRatingAndTheLatestTime()
    {
        var other = new UserHistory(new[] { 1, 5 }, new[] { 4f, 5 }, new[] { 7L, 50 });

        UserHistory together = UserHistory.Together([History, other]);

        Assert.Equal([1, 2, 5, 9], together.Items.ToArray());
        Assert.Equal([4, 1, 3.5f, 3], together.Ratings.ToArray());
        Assert.Equal([7, 30, 50, 10], together.Timestamps.ToArray());
        Assert.Null(together.Row);
    }

    [Fact]
    public void Together_OnePerson_IsThatPerson() => Assert.Same(History, UserHistory.Together([History]));
}
