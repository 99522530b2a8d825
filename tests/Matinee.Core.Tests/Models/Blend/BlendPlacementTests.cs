using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Blend;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Tests.Models.Hybrid;
using Matinee.Core.Texts;

namespace Matinee.Core.Tests.Models.Blend;

/// <summary>A blend of EASE, which knows rated movies alone, and a network, which places others.</summary>
public class BlendPlacementTests : ContentModelContract
{
    private static readonly BlendOptions Options = new BlendOptions
    {
        UseOrder = true,
        Weights = new Dictionary<string, double>
        {
            ["ease"] = 0.5,
            ["hybrid"] = 0.5,
            ["popularity"] = -0.1,
            ["popularity_of_a_year"] = 0.1,
            ["years"] = 0.1,
            ["next"] = 0.2,
            ["recent"] = 0.1,
            ["stars"] = 0.1,
        },
    }.Of([
        new BlendPart(EaseModel.ModelKind, [new EaseOptions()]),
        new BlendPart(HybridModel.ModelKind, [new HybridOptions()]),
    ]);

    private protected override ModelKind Kind => BlendModel.ModelKind;
    private protected override IContentModel Model => Blended(HybridPlacementTests.Placing);
    private protected override IContentModel Older => Blended(HybridPlacementTests.Old);
    private protected override TextEncoding Encode => HybridPlacementTests.Numbers;

    [Fact]
    public void TextEncoder_OfTheNetwork_IsTheBlends() =>
        Assert.Equal(("numbers", TextPrecision.Int8), (Model.TextEncoder, Model.TextPrecision));

    private static BlendModel Blended(HybridModel network)
    {
        var context = new TrainingContext();
        var parts = new BlendParts(
            [EaseTrainer.Train(TinyWorld.Ratings, new EaseOptions { Regularization = 5 }, context), network],
            BiasModel.Train(TinyWorld.Ratings, new BiasOptions()),
            OrderNeighbors.Train(TinyWorld.Ratings, context),
            RecentPopularity.Train(TinyWorld.Ratings),
            [.. TinyWorld.Ratings.ColumnCounts().Select(count => (float)count)],
            BlendParts.YearsOf(TinyWorld.Catalog),
            BlendParts.GenresOf(TinyWorld.Catalog),
            UsesRecent: true
        );
        return BlendModel.Of(Options, parts);
    }
}
