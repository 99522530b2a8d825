using Matinee.Core.Interactions;
using Matinee.Core.Models.Blend;

namespace Matinee.Core.Tests.Models.Blend;

public class LatestRatingsTests
{
    [Fact]
    public void Select_MoreThanWanted_GivesTheLatestFirstAndHigherItemsOfASecond()
    {
        // Times of items 0 to 6: 5, 9, 1, 9, 5, 5, 2.
        UserHistory history = new(Enumerable.Range(0, 7).ToArray(), new float[7], new long[] { 5, 9, 1, 9, 5, 5, 2 });
        var places = new int[4];

        Assert.Equal(4, LatestRatings.Select(history, itemCount: 7, places));
        Assert.Equal([3, 1, 5, 4], places);
    }

    [Fact]
    public void Select_FewerCovered_CountsThoseAlone()
    {
        UserHistory history = new(new[] { 2, 4, 8 }, new float[3], new long[] { 1, 2, 3 });
        var places = new int[4];

        Assert.Equal(2, LatestRatings.Select(history, itemCount: 8, places));
        Assert.Equal([1, 0], places[..2]);
    }
}
