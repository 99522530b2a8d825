using Matinee.Core.Interactions;
using Matinee.Core.Models.Ease;
using Matinee.Neural.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Tests.Hybrid;

[Collection(OneAfterAnother.Name)]
public class SpectralStartTests
{
    private const double Regularization = 5;

    public SpectralStartTests() => TorchRuntime.Choose(DeviceChoice.Cpu);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_AsManyFactorsAsTheRank_IsTheClosedFormOfEase(bool moreUsersThanItems)
    {
        InteractionMatrix ratings = moreUsersThanItems ? SmallWorld.Ratings.Transpose() : SmallWorld.Ratings;
        int items = ratings.ColumnCount;
        EaseModel ease = EaseTrainer.Train(
            ratings,
            new EaseOptions { Regularization = Regularization },
            SmallWorld.Context
        );

        float[,] products = Products(ratings, items, SmallWorld.Users);

        var scores = new float[items];
        float largest = 0;
        for (int item = 0; item < items; item++)
        {
            ease.Score(new UserHistory(new[] { item }, new[] { 4f }, new[] { 1L }), scores);
            for (int other = 0; other < items; other++)
            {
                // EASE's own diagonal is 0: nothing recommends itself.
                if (other != item)
                {
                    Assert.Equal(scores[other], products[item, other], 1e-4f);
                    largest = Math.Max(largest, scores[other]);
                }
            }
        }

        Assert.InRange(largest, 0.01f, 1);
    }

    [Fact]
    public void Of_MoreItemsAndFactorsThanRated_LeavesTheRestZero()
    {
        using var scope = NewDisposeScope();
        (Tensor history, Tensor ranking) = SpectralStart.Of(SmallWorld.Ratings, SmallWorld.Items + 2, 50, 5);

        foreach (Tensor vectors in new[] { history, ranking })
        {
            Assert.Equal([SmallWorld.Items + 2, 50], vectors.shape);
            Assert.Equal(0f, vectors.narrow(1, SmallWorld.Users, 20).abs().max().item<float>());
            Assert.Equal(0f, vectors.narrow(0, SmallWorld.Rated, 8).abs().max().item<float>(), 1e-6f);
            Assert.NotEqual(0f, vectors[0, 0].item<float>());
        }
    }

    private static float[,] Products(InteractionMatrix ratings, int items, int factors)
    {
        using var scope = NewDisposeScope();
        (Tensor history, Tensor ranking) = SpectralStart.Of(ratings, items, factors, Regularization);
        float[] flat = history.mm(ranking.t()).data<float>().ToArray();
        var products = new float[items, items];
        Buffer.BlockCopy(flat, 0, products, 0, sizeof(float) * flat.Length);
        return products;
    }
}
