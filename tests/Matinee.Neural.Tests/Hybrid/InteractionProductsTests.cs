using Matinee.Neural.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Tests.Hybrid;

[Collection(OneAfterAnother.Name)]
public class InteractionProductsTests
{
    public InteractionProductsTests() => TorchRuntime.Choose(DeviceChoice.Cpu);

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    public void Products_AnyWidth_AreThoseOfTheDenseMatrix(int width)
    {
        using var scope = NewDisposeScope();
        Tensor dense = zeros(SmallWorld.Ratings.RowCount, SmallWorld.Ratings.ColumnCount);
        for (int user = 0; user < SmallWorld.Ratings.RowCount; user++)
        {
            foreach (int item in SmallWorld.Ratings.RowColumns(user))
            {
                dense[user, item] = 1;
            }
        }

        var products = new InteractionProducts(SmallWorld.Ratings);
        Tensor items = randn(dense.shape[1], width);
        Tensor people = randn(dense.shape[0], width);

        Assert.Equal(0, (products.OfItems(items) - dense.mm(items)).abs().max().item<float>(), 1e-4f);
        Assert.Equal(0, (products.OfPeople(people) - dense.t().mm(people)).abs().max().item<float>(), 1e-4f);
        // A view that lies in memory in another order.
        Assert.Equal(
            0,
            (products.OfItems(items.flip(0).t().t()) - dense.mm(items.flip(0))).abs().max().item<float>(),
            1e-4f
        );
    }
}
