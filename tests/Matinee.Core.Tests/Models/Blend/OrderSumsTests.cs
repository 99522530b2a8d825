using Matinee.Core.Models.Blend;

namespace Matinee.Core.Tests.Models.Blend;

public class OrderSumsTests
{
    [Fact]
    public void TakeHeaviest_ManyTies_KeepsTheLowerIndices()
    {
        var sums = new OrderSums(items: 50, kept: 3, unit: 4);
        for (int item = 49; item >= 0; item--)
        {
            sums.Add(item, 2);
        }

        sums.Add(40, 2);

        (int[] items, float[] weights) = sums.TakeHeaviest();

        Assert.Equal([0, 1, 40], items);
        Assert.Equal([0.5f, 0.5f, 1], weights);
    }

    [Fact]
    public void TakeHeaviest_Twice_BeginsAfresh()
    {
        var sums = new OrderSums(items: 5, kept: 3, unit: 1);
        sums.Add(4, 7);
        sums.TakeHeaviest();
        sums.Add(2, 1);

        (int[] items, float[] weights) = sums.TakeHeaviest();

        Assert.Equal([2], items);
        Assert.Equal([1], weights);
    }
}
