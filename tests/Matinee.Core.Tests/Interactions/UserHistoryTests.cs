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
}
