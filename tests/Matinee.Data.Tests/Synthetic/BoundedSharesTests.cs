using Matinee.Data.Synthetic;

namespace Matinee.Data.Tests.Synthetic;

public class BoundedSharesTests
{
    [Fact]
    public void Split_AmpleRoom_FollowsTheWeights() =>
        Assert.Equal([10, 20, 70], BoundedShares.Split(100, [1, 2, 7], [100_000, 100_000, 100_000]));

    [Fact]
    public void Split_FullRooms_FillsThem() =>
        Assert.Equal([3, 0, 8], BoundedShares.Split(11, [1, 1, 1e-9], [3, 0, 8]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(150)]
    [InlineData(299)]
    public void Split_AnyTotal_AddsUpAndStaysWithinTheRooms(long total)
    {
        int[] rooms = [100, 50, 50, 70, 30];

        int[] shares = BoundedShares.Split(total, [0.1, 5, 1e-7, 3, 1000], rooms);

        Assert.Equal(total, shares.Sum());
        Assert.All(shares.Zip(rooms), pair => Assert.InRange(pair.First, 0, pair.Second));
    }
}
