using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Numerics;
using Matinee.Core.Texts;

namespace Matinee.Core.Tests.Models.Hybrid;

public class HybridPlacementTests : ContentModelContract
{
    private static readonly HybridOptions Options = RandomHybrid.Options with
    {
        EmbeddingDim = 9,
        ContentFactors = 5,
        ModelName = "numbers",
        TextPrecision = TextPrecision.Int8,
    };

    private protected override ModelKind Kind => HybridModel.ModelKind;
    private protected override IContentModel Model => Placing;
    private protected override IContentModel Older => Old;
    private protected override TextEncoding Encode => Numbers;

    /// <summary>A network on the tiny world that places movies, by the vectors of <see cref="Numbers"/>.</summary>
    internal static HybridModel Placing => new(Options, Tensors(RandomHybrid.Content(Options)));

    /// <summary>The same from before networks placed movies.</summary>
    internal static HybridModel Old => new(Options, Tensors(null));

    internal static TextEncoding Numbers => texts => [.. texts.Select(Vector)];

    [Fact]
    public void WithMovies_NoEncoderOrAnother_SaysWhichIsNeeded()
    {
        var catalog = TinyWorld.Catalog.With([TinyWorld.Catalog.Movies[0] with { Id = new(900) }]);

        Assert.Equal(("numbers", TextPrecision.Int8), (Model.TextEncoder, Model.TextPrecision));
        var missing = Assert.Throws<MatineeException>(() => Model.WithMovies(catalog, null));
        var other = Assert.Throws<MatineeException>(() =>
            Model.WithMovies(catalog, texts => [.. texts.Select(_ => new float[8])])
        );
        Assert.Contains("'numbers'", missing.Message, StringComparison.Ordinal);
        Assert.Contains("9 numbers per text", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithMovies_CatalogueOfOtherGenres_IsRefused()
    {
        var catalog = Ranking.SmallCatalog.Random(TinyWorld.Items, seed: 4);

        var error = Assert.Throws<MatineeException>(() => Model.WithMovies(catalog, Encode));

        Assert.Contains("features", error.Message, StringComparison.Ordinal);
    }

    private static HybridTensors Tensors(HybridContentTensors? content) =>
        RandomHybrid.Tensors(Options, TinyWorld.Items, TinyWorld.Users) with
        {
            Content = content,
        };

    private static float[] Vector(string text)
    {
        var random = new CounterRandom(text.Length, text[0]);
        return [.. Enumerable.Range(0, 9).Select(n => (float)random.Normal(n) / 3)];
    }
}
