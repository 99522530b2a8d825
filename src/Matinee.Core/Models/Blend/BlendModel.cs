using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;
using Matinee.Core.Interactions;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Texts;

namespace Matinee.Core.Models.Blend;

/// <summary>
/// Several models as one: per person their scores are standardised and added up by weights that held-out ratings taught (linear
/// stacking; Wolpert 1992), beside popularity, time and the order of ratings. docs/blend.md explains every feature.
/// </summary>
public class BlendModel : ITextExplainer, IRatingPredictor, IItemLikeness, IContentModel
{
    internal const string KindName = "blend";

    private readonly BlendScorer scorer;
    private readonly HybridModel? reader;
    private readonly IItemLikeness? likeness;
    private readonly GenreFocus focus;

    internal BlendModel(BlendOptions options, BlendParts parts)
    {
        Options = options;
        Parts = parts;
        scorer = new BlendScorer(
            parts,
            options.Weights ?? throw new ArgumentException("No weights.", nameof(options)),
            options.Depth
        );
        reader = parts.Models.OfType<HybridModel>().FirstOrDefault();
        likeness = parts.Models.OfType<IItemLikeness>().FirstOrDefault();
        focus = new GenreFocus(parts.Genres);
    }

    public static ModelKind ModelKind { get; } =
        KindWith(
            (_, _, _) =>
                throw new MatineeException(
                    "This program runs blends and cannot train them. Train with 'matinee train', and give this program the "
                        + "model folder."
                )
        );

    public BlendOptions Options { get; }
    internal BlendParts Parts { get; }

    /// <summary>The blended models.</summary>
    public IReadOnlyList<IModel> Models => Parts.Models;

    public string Kind => KindName;
    public int ItemCount => Parts.ItemCount;
    public MovieFacetOptions FacetOptions => reader?.FacetOptions ?? new MovieFacetOptions();
    public bool CanPlace => Parts.Rankers.OfType<IContentModel>().Any(model => model.CanPlace);
    public string? TextEncoder => TextReader?.TextEncoder;
    public TextPrecision TextPrecision => TextReader?.TextPrecision ?? TextPrecision.Full;

    private IContentModel? TextReader =>
        Parts.Models.OfType<IContentModel>().FirstOrDefault(model => model.TextEncoder is not null);

    /// <summary>How alike the genres of the movies are that the history's owner liked, 0 to 1.</summary>
    internal double FocusOf(UserHistory history) => focus.Of(history);

    /// <summary>The kind with a way to train; replaces Core's by <see cref="ModelKinds.With"/>.</summary>
    public static ModelKind KindWith(Func<TrainingData, BlendOptions, TrainingContext, IModel> train) =>
        new ModelKind<BlendOptions>(KindName, () => ModelJson.Default.BlendOptions, train, Load)
        {
            CanStartWarm = true,
            KeepsWork = true,
            // The final fit repeats what was decided, weights included.
            Decision = candidate => ((BlendModel)candidate).Options,
        };

    /// <summary>What a blend of these models is, with the most that it can say about stars.</summary>
    internal static BlendModel Of(BlendOptions options, BlendParts parts) =>
        parts.Rater is IRatingDistributionPredictor distributions
            ? new DistributionBlendModel(options, parts, distributions)
            : new BlendModel(options, parts);

    public void Score(UserHistory history, Span<float> scores) => scorer.Score(history, scores);

    /// <summary>
    /// Near the sum: a standardised score is no sum over the history, and popularity, time and stars belong to no movie of it.
    /// </summary>
    /// <inheritdoc/>
    public void Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions) =>
        scorer.Contributions(history, explained, contributions);

    public IReadOnlyList<FacetReading> ReadTexts(UserHistory history, ItemIndex item)
    {
        if (reader is null || scorer.Slope(reader.Kind, history, item.Value) is not (> 0 and var slope))
        {
            return [];
        }

        return [.. reader.ReadTexts(history, item).Select(reading => reading with { Score = reading.Score * slope })];
    }

    public void Predict(UserHistory history, ReadOnlySpan<int> items, Span<RatingPrediction> predictions) =>
        Parts.Rater.Predict(history, items, predictions);

    public void PredictBatch(
        ReadOnlySpan<UserHistory> histories,
        ReadOnlySpan<int> counts,
        ReadOnlySpan<int> items,
        Span<RatingPrediction> predictions
    ) => Parts.Rater.PredictBatch(histories, counts, items, predictions);

    /// <summary>As the first of the models has it that learned likeness; 0 where none did.</summary>
    /// <inheritdoc/>
    public void Compare(ItemIndex item, Span<float> likeness)
    {
        likeness.Clear();
        if (this.likeness is { } model && item.Value < model.ItemCount)
        {
            model.Compare(item, likeness[..model.ItemCount]);
        }
    }

    public IContentModel WithMovies(MovieCatalog catalog, TextEncoding? encode) =>
        !CanPlace
            ? throw new MatineeException(
                "None of this blend's models places new movies. Train it with a network, as configs/blend.yaml does."
            )
            : Of(
                Options,
                Parts with
                {
                    Models =
                    [
                        .. Parts.Models.Select(model =>
                            model is IContentModel { CanPlace: true } places
                                ? places.WithMovies(catalog, encode)
                                : model
                        ),
                    ],
                    Years = BlendParts.YearsOf(catalog),
                    Genres = BlendParts.GenresOf(catalog),
                }
            );

    public void Save(ComponentWriter writer)
    {
        writer.SetOptions(Options, ModelJson.Default.BlendOptions);
        Parts.Save(writer);
    }

    private static BlendModel Load(ComponentReader reader)
    {
        BlendOptions options = reader.Options(ModelJson.Default.BlendOptions);
        if (options.Parts is null || options.Weights is null)
        {
            throw new MatineeException("The blend's options lack its parts or weights. Train the model again.");
        }

        return Of(options, BlendParts.Load(reader, options));
    }
}
