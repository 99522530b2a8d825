using System.Buffers;
using System.Collections.Concurrent;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;
using Matinee.Core.Texts;

namespace Matinee.Core.Models.Hybrid;

/// <summary>
/// A neural hybrid: rankings from a history's state, ratings from factors and biases, and texts of a movie that the history
/// chooses between. Every history is folded in; only ratings use a training row, and only while it holds.
/// </summary>
public sealed unsafe class HybridModel : ITextExplainer, IRatingPredictor, IItemLikeness, IContentModel
{
    /// <summary>In catalogues of more movies than this, only the best ones' texts are read.</summary>
    public const int LargestFullCatalog = 20_000;

    /// <summary>Of how many unseen movies of a large catalogue the texts are read: the best without them.</summary>
    public const int RetrievalSize = 500;

    private readonly FactorKernels kernels = FactorKernels.For(VectorWidths.Widest);
    private readonly HybridShape shape;
    private readonly FactorMatrix historyItems;
    private readonly HistoryEncoder encoder;
    private readonly RankingHead ranking;
    private readonly RatingHead ratings;
    private readonly TextAttention? attention;
    private readonly ConcurrentBag<HybridScratch> scratches = [];
    private readonly Lazy<FactorCosines> cosines;
    private readonly HybridContentTensors? content;

    /// <exception cref="MatineeException">The tensors do not fit the options or each other.</exception>
    public HybridModel(HybridOptions options, HybridTensors tensors)
    {
        Options = options.Validate();
        shape = HybridShape.Of(options, tensors);
        HybridLayout.Check(tensors, shape);
        historyItems = FactorMatrix.From(tensors.HistoryItems, shape.Items, shape.RankingFactors);
        content = tensors.Content;
        cosines = new(() => new FactorCosines(historyItems, kernels));
        // The large ones are kept once, as matrices.
        HybridTensors small = tensors with
        {
            HistoryItems = [],
            RankingItems = [],
            RatingItems = [],
            RatingHistory = [],
            UserFactors = [],
            Text = null,
        };
        encoder = new HistoryEncoder(historyItems, small, shape.HistoryHeads);
        ratings = new RatingHead(tensors, small, shape, kernels);
        attention = tensors.Text is { } text ? new TextAttention(text, shape, kernels) : null;
        ranking = new RankingHead(tensors, shape, attention, kernels);
    }

    /// <summary>The kind as Core has it: it loads and scores, and says who can train.</summary>
    public static ModelKind ModelKind { get; } =
        KindWith(
            (_, _, _) =>
                throw new MatineeException(
                    "This program runs networks and cannot train them. Train with 'matinee train', and give this program "
                        + "the model folder."
                )
        );

    public HybridOptions Options { get; }
    public string Kind => ModelKind.Name;
    public int ItemCount => shape.Items;
    public MovieFacetOptions FacetOptions => FacetsOf(Options);
    public bool CanPlace => content is not null;
    public string? TextEncoder => Options.UseText || Options.UseCrossAttention ? Options.ModelName : null;
    public TextPrecision TextPrecision => Options.TextPrecision;

    /// <summary>The kind with a way to train; replaces Core's by <see cref="ModelKinds.With"/>.</summary>
    public static ModelKind KindWith(Func<TrainingData, HybridOptions, TrainingContext, IModel> train) =>
        new ModelKind<HybridOptions>("hybrid", () => ModelJson.Default.HybridOptions, train, Load)
        {
            KeepsWork = true,
            Decision = candidate => ((HybridModel)candidate).Options,
        };

    /// <summary>As which texts a network with these options is given the movies.</summary>
    public static MovieFacetOptions FacetsOf(HybridOptions options) => new() { MaxTags = options.MaxTags };

    public void Score(UserHistory history, Span<float> scores) => ScoreBatch([history], scores);

    /// <summary>
    /// Catalogues above <see cref="LargestFullCatalog"/> are scored without texts first; the unseen
    /// <see cref="RetrievalSize"/> best are scored again with them and stand above all others, whose order stays.
    /// </summary>
    public void ScoreBatch(ReadOnlySpan<UserHistory> histories, Span<float> scores) =>
        ScoreBatch(histories, scores, ItemCount <= LargestFullCatalog ? TextReading.All : TextReading.Best);

    /// <summary>The same with another choice of texts than the catalogue's size makes.</summary>
    internal void ScoreBatch(ReadOnlySpan<UserHistory> histories, Span<float> scores, TextReading reading)
    {
        HybridScratch scratch = TakeScratch();
        for (int start = 0; start < histories.Length; start += HybridScratch.Histories)
        {
            int count = Math.Min(HybridScratch.Histories, histories.Length - start);
            Span<float> own = scores.Slice(start * ItemCount, count * ItemCount);
            ScoreFew(histories.Slice(start, count), own, scratch, reading);
        }

        scratches.Add(scratch);
    }

    public void Predict(UserHistory history, ReadOnlySpan<int> items, Span<RatingPrediction> predictions)
    {
        HybridScratch scratch = TakeScratch();
        RatingPerson person = scratch.Person;
        float* state = Encode(history, scratch, 0);
        ratings.Read(history, state, person);
        if (attention is not null)
        {
            attention.RatingValues.Slice(person.Factors[0], person.SlicedFactors);
            attention.Read(items, state, attention.RatingValues, person.SlicedFactors, scratch.Attention!);
        }

        for (int n = 0; n < items.Length; n++)
        {
            float text = attention?.Term(items[n], scratch.Attention!) ?? 0;
            predictions[n] = new RatingPrediction(ratings.Predict(person, items[n], text));
        }

        scratches.Add(scratch);
    }

    /// <summary>
    /// A movie's share of the history's state, met by the candidate and by the texts as this history reads them. The parts
    /// sum to the network's score without the candidate's bias, which no movie of the history is the reason for.
    /// </summary>
    public void Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions)
    {
        if (explained.IsEmpty || history.Count == 0)
        {
            return;
        }

        var directions = new FactorMatrix(explained.Length, shape.RankingFactors);
        HybridScratch scratch = TakeScratch();
        ranking.ReadTexts(Encode(history, scratch, 0), explained, scratch);
        for (int n = 0; n < explained.Length; n++)
        {
            ranking.Direction(explained[n], scratch, directions[n]);
        }

        scratches.Add(scratch);
        FactorMatrix parts = encoder.Parts(history);
        fixed (float* products = contributions)
        {
            kernels.Products(
                directions.Pointer,
                explained.Length,
                parts.Pointer,
                history.Count,
                parts.Stride,
                products,
                history.Count
            );
        }

        GC.KeepAlive(directions);
        GC.KeepAlive(parts);
    }

    public IReadOnlyList<FacetReading> ReadTexts(UserHistory history, ItemIndex item)
    {
        HybridScratch scratch = TakeScratch();
        FacetReading[] readings = ranking.Readings(Encode(history, scratch, 0), item.Value, scratch);
        scratches.Add(scratch);
        return readings;
    }

    /// <summary>How a history's attention to a movie is spread over its facets, as the mean of the heads.</summary>
    /// <returns>Every facet, the most weighty first; none where the movie has none or the network does not read texts so.</returns>
    public IReadOnlyList<FacetWeight> TextAttentionWeights(UserHistory history, ItemIndex item) =>
        [
            .. ReadTexts(history, item)
                .Select((reading, facet) => new FacetWeight(facet, reading.Attention))
                .OrderByDescending(facet => facet.Weight),
        ];

    /// <summary>Cosine of the movies' vectors as evidence: alike is what says the same about taste.</summary>
    public void Compare(ItemIndex item, Span<float> likeness) => cosines.Value.Compare(item.Value, likeness);

    public IContentModel WithMovies(MovieCatalog catalog, TextEncoding? encode)
    {
        if (content is null)
        {
            throw new MatineeException(
                "This network was trained by an older Matinee and can't place new movies. Train it again."
            );
        }

        Movie[] added = [.. catalog.Movies.Skip(ItemCount)];
        var placement = new ContentPlacement(Options, shape, content, catalog);
        Dictionary<string, float[]> vectors = TextEncoder is null
            ? []
            : ContentPlacement.Encode(Options, added, encode);
        return new HybridModel(Options, placement.Place(ToTensors(), added, vectors));
    }

    public void Save(ComponentWriter writer)
    {
        writer.SetOptions(Options, ModelJson.Default.HybridOptions);
        HybridLayout.Save(ToTensors(), shape, writer.Tensors);
    }

    /// <summary>The network as numbers, as large again as the model: to be saved, or to run elsewhere.</summary>
    public HybridTensors ToTensors() =>
        ratings.ToTensors() with
        {
            HistoryItems = historyItems.ToArray(),
            RankingItems = ranking.ItemFactors(),
            Text = attention?.ToTensors(),
        };

    private static HybridModel Load(ComponentReader reader)
    {
        HybridOptions options = reader.Options(ModelJson.Default.HybridOptions).Validate();
        return new HybridModel(options, HybridLoading.Load(options, reader.Tensors));
    }

    private void ScoreFew(
        ReadOnlySpan<UserHistory> histories,
        Span<float> scores,
        HybridScratch scratch,
        TextReading reading
    )
    {
        for (int n = 0; n < histories.Length; n++)
        {
            Encode(histories[n], scratch, n);
        }

        ranking.ScoreWithoutTexts(scratch.States, histories.Length, scores);
        for (int n = 0; n < histories.Length; n++)
        {
            float* state = scratch.States.RowPointer(n);
            Span<float> own = scores.Slice(n * ItemCount, ItemCount);
            switch (reading)
            {
                case TextReading.All:
                    ranking.AddTexts(state, scratch, own);
                    break;
                case TextReading.Best:
                    ranking.AddTextsToBest(state, histories[n].Items, scratch, own);
                    break;
            }
        }

        GC.KeepAlive(scratch);
    }

    private float* Encode(UserHistory history, HybridScratch scratch, int row)
    {
        int length = history.Count * encoder.Heads;
        float[] rented = ArrayPool<float>.Shared.Rent(length);
        Span<float> weights = rented.AsSpan(0, length);
        encoder.Weigh(history, weights);
        encoder.Pool(history, weights, scratch.States[row]);
        ArrayPool<float>.Shared.Return(rented);
        return scratch.States.RowPointer(row);
    }

    private HybridScratch TakeScratch() =>
        scratches.TryTake(out HybridScratch? idle) ? idle : new HybridScratch(shape, attention);
}
