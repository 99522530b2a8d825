using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Bias;

/// <summary>
/// Damped means: rating = μ + bᵢ + bᵤ with bᵢ = Σ(r − μ) / (nᵢ + item damping) and
/// bᵤ = Σ(r − μ − bᵢ) / (nᵤ + user damping) (Koren 2010, section 2.1). A user's bias is computed from the history that
/// asks, so a new user needs no training.
/// </summary>
public sealed class BiasModel : IRatingPredictor, IRanker
{
    private readonly BiasOptions options;
    private readonly float mean;
    private readonly float[] itemBiases;

    private BiasModel(BiasOptions options, float mean, float[] itemBiases)
    {
        this.options = options;
        this.mean = mean;
        this.itemBiases = itemBiases;
    }

    public static ModelKind ModelKind { get; } =
        new ModelKind<BiasOptions>(
            "bias",
            () => ModelJson.Default.BiasOptions,
            (data, options, _) => Train(data.Ratings, options),
            Load
        );

    public string Kind => ModelKind.Name;
    public int ItemCount => itemBiases.Length;
    public bool ScoresAreShared => true;

    public static BiasModel Train(InteractionMatrix train, BiasOptions options)
    {
        options.Validate();
        double sum = 0;
        foreach (float rating in train.Values)
        {
            sum += rating;
        }

        // Without a single rating the middle of the 0.5–5 scale is as good as anything.
        double mean = train.EntryCount == 0 ? 2.75 : sum / train.EntryCount;
        var deviations = new double[train.ColumnCount];
        var counts = new int[train.ColumnCount];
        for (int n = 0; n < train.EntryCount; n++)
        {
            int item = train.Columns[n];
            deviations[item] += train.Values[n] - mean;
            counts[item]++;
        }

        var biases = new float[train.ColumnCount];
        for (int item = 0; item < biases.Length; item++)
        {
            biases[item] = counts[item] == 0 ? 0 : (float)(deviations[item] / (counts[item] + options.ItemDamping));
        }

        return new BiasModel(options, (float)mean, biases);
    }

    /// <summary>The mean of all ratings plus the item's bias: the order of every list by this model.</summary>
    public float DampedMean(ItemIndex item) => Math.Clamp(mean + itemBiases[item.Value], 0.5f, 5f);

    public void Predict(UserHistory history, ReadOnlySpan<int> items, Span<RatingPrediction> predictions)
    {
        float level = mean + UserBias(history);
        for (int n = 0; n < items.Length; n++)
        {
            predictions[n] = new RatingPrediction(Math.Clamp(level + itemBiases[items[n]], 0.5f, 5f));
        }
    }

    // Unclamped, so that movies beyond the top of the scale keep their order; a user's bias would not change it.
    public void Score(UserHistory history, Span<float> scores)
    {
        for (int item = 0; item < itemBiases.Length; item++)
        {
            scores[item] = mean + itemBiases[item];
        }
    }

    public void Save(ComponentWriter writer)
    {
        writer.SetOptions(options, ModelJson.Default.BiasOptions);
        writer.Tensors.Add("mean", new[] { mean });
        writer.Tensors.Add("item_biases", itemBiases);
    }

    private static BiasModel Load(ComponentReader reader) =>
        new(
            reader.Options(ModelJson.Default.BiasOptions),
            reader.Tensors.Floats("mean")[0],
            reader.Tensors.Floats("item_biases")
        );

    private float UserBias(UserHistory history)
    {
        if (history.Count == 0)
        {
            return 0;
        }

        double sum = 0;
        for (int n = 0; n < history.Count; n++)
        {
            sum += history.Ratings[n] - mean - itemBiases[history.Items[n]];
        }

        return (float)(sum / (history.Count + options.UserDamping));
    }
}
