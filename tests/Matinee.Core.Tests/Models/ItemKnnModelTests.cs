using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.ItemKnn;

namespace Matinee.Core.Tests.Models;

public class CosineKnnModelTests : LinearRecommenderContract
{
    private protected override ModelKind Kind => ItemKnnModel.ModelKind;
    private protected override object Options => new ItemKnnOptions { Similarity = ItemSimilarity.Cosine };

    [Fact]
    public void Train_ThreeItems_MatchesTheHandWorkedCosines()
    {
        // Raters: i0 {u0, u1, u2, u3}, i1 {u0, u1}, i2 {u3}. cos(0,1) = 2/√8, cos(0,2) = 1/√4, cos(1,2) = 0.
        var matrix = new InteractionMatrix([0, 2, 4, 5, 7], [0, 1, 0, 1, 0, 0, 2], new float[7], new long[7], 3);
        ItemKnnModel model = ItemKnnTrainer.Train(matrix, (ItemKnnOptions)Options, new TrainingContext());

        Assert.Equal([0, 1, 2], model.Neighbors(new ItemIndex(0)).ToArray());
        Assert.Equal([1, 2 / MathF.Sqrt(8), 0.5f], model.Similarities(new ItemIndex(0)).ToArray());
        Assert.Equal([0, 1], model.Neighbors(new ItemIndex(1)).ToArray());
        // i2 and i1 have no rater in common; i0 has with both.
        Assert.Equal([2 / MathF.Sqrt(8), 0], Contributions(model, TinyWorld.History(0, 2), 1));
        Assert.Equal([1, 0.5f], Contributions(model, TinyWorld.History(0, 2), 0));
    }

    [Fact]
    public void Train_FewNeighbors_KeepsTheMostSimilar()
    {
        var matrix = new InteractionMatrix([0, 2, 4, 5, 7], [0, 1, 0, 1, 0, 0, 2], new float[7], new long[7], 3);
        ItemKnnOptions options = (ItemKnnOptions)Options with { Neighbors = 2 };

        ItemKnnModel model = ItemKnnTrainer.Train(matrix, options, new TrainingContext());

        Assert.Equal([0, 1], model.Neighbors(new ItemIndex(0)).ToArray());
    }
}

public class Bm25KnnModelTests : LinearRecommenderContract
{
    private protected override ModelKind Kind => ItemKnnModel.ModelKind;
    private protected override object Options => new ItemKnnOptions { Similarity = ItemSimilarity.Bm25 };

    [Fact]
    public void Train_ThreeItems_MatchesTheHandWorkedWeights()
    {
        // i0 {u0, u1}, i1 {u0}, i2 {u1, u2}: average length 5/3. With k₁ = 1, b = 0 every occurrence weighs
        // 2 / (1 + 1) = 1, times ln(3 / (1 + ratings of the user)): u0 and u1 rated two, u2 one.
        var matrix = new InteractionMatrix([0, 2, 4, 5], [0, 1, 0, 2, 2], new float[5], new long[5], 3);
        var options = new ItemKnnOptions { K1 = 1, B = 0 };

        // ln(3/3) = 0 for u0 and u1, ln(3/2) for u2: only i2 is left similar, to itself.
        ItemKnnModel model = ItemKnnTrainer.Train(matrix, options, new TrainingContext());

        Assert.Equal(0, model.Neighbors(new ItemIndex(0)).Length);
        Assert.Equal([2], model.Neighbors(new ItemIndex(2)).ToArray());
        Assert.Equal(Math.Log(1.5) * Math.Log(1.5), model.Similarities(new ItemIndex(2))[0], 1e-6);
    }

    [Fact]
    public void Train_LongAndShortItem_NormalisesByLength()
    {
        // u0 rated i0 alone; i0 has 3 raters, i1 one (u3), i2 none: lengths 3, 1, 0, average 4/3, b = 1, k₁ = 1:
        // w(i0, u) = 2 / (9/4 + 1) · ln(3/2), w(i1, u3) = 2 / (3/4 + 1) · ln(3/2).
        var matrix = new InteractionMatrix([0, 1, 2, 3, 4], [0, 0, 0, 1], new float[4], new long[4], 3);
        var options = new ItemKnnOptions { K1 = 1, B = 1 };

        ItemKnnModel model = ItemKnnTrainer.Train(matrix, options, new TrainingContext());

        double rarity = Math.Log(1.5);
        Assert.Equal(3 * Math.Pow(2 / 3.25 * rarity, 2), model.Similarities(new ItemIndex(0))[0], 1e-6);
        Assert.Equal(Math.Pow(2 / 1.75 * rarity, 2), model.Similarities(new ItemIndex(1))[0], 1e-6);
    }
}
