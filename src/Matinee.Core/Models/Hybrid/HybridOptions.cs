using System.Text.Json.Serialization;
using Matinee.Core.Texts;

namespace Matinee.Core.Models.Hybrid;

/// <summary>The network's size, what it learns from, and how it is trained.</summary>
public sealed record HybridOptions : IModelOptions<HybridOptions>
{
    // As older configurations call what concerns the language model.
    private const string TextSection = "llm_params";

    /// <summary>Users per step, at least 1. Default 64: a small dataset still has some hundred steps per training.</summary>
    [ConfigSection(ConfigSectionAttribute.TopLevel)]
    public int BatchSize { get; init; } = 64;

    /// <summary>Passes over the users, 1 to 10 000. Default 24; the learning rate falls to nothing over them.</summary>
    [ConfigSection(ConfigSectionAttribute.TopLevel)]
    public int NEpochs { get; init; } = 24;

    /// <summary>
    /// People of an epoch, drawn anew for each, at least 0; 0 takes everybody. Default 0. It bounds
    /// the time of an epoch where there are hundreds of thousands of them.
    /// </summary>
    [ConfigSection(ConfigSectionAttribute.TopLevel)]
    public int UsersPerEpoch { get; init; }

    /// <summary>
    /// Epochs without a better validation result before training ends, at least 0; 0 trains all epochs. Default 6, a quarter
    /// of the schedule: results of single epochs are noisy.
    /// </summary>
    [ConfigSection(ConfigSectionAttribute.TopLevel)]
    public int EarlyStoppingPatience { get; init; } = 6;

    /// <summary>
    /// The epoch of the schedule of <see cref="NEpochs"/> to end after; null for all of them. Found by early stopping and no
    /// configuration key: nothing but <see cref="StoppingAfter"/> sets it.
    /// </summary>
    [JsonInclude]
    public int? StopAfter { get; internal init; }

    /// <summary>
    /// Share of the ratings held out for early stopping where the dataset has no validation part, 0 to 0.5; 0 trains on all of
    /// them for all epochs. Default 0.1.
    /// </summary>
    [ConfigSection(ConfigSectionAttribute.TopLevel)]
    public double ValidRatio { get; init; } = 0.1;

    /// <summary>
    /// Dimensions r of the rating embeddings, 1 to 1 024, divisible by <see cref="AttentionHeads"/>. Default 64: ratings are
    /// few per movie, and more only overfit.
    /// </summary>
    public int NFactors { get; init; } = 64;

    /// <summary>
    /// Dimensions d of the ranking embeddings, 1 to 2 048, divisible by <see cref="HistoryHeads"/> and by
    /// <see cref="AttentionHeads"/>. Default 256: lists still gain from dimensions that ratings no longer need.
    /// </summary>
    public int RankingFactors { get; init; } = 256;

    /// <summary>Ways to weigh a history's movies, each for its own share of the dimensions; at least 1. Default 8.</summary>
    public int HistoryHeads { get; init; } = 8;

    /// <summary>Ways to read a movie's texts, at least 1. Default 4.</summary>
    public int AttentionHeads { get; init; } = 4;

    /// <summary>Dimensions k per attention head in which a history and a text are compared, 1 to 512. Default 32.</summary>
    public int KeyDimension { get; init; } = 32;

    /// <summary>
    /// Dimensions that text vectors are reduced to before the rest of the network sees them, 1 to 2 048. Default 64: a few
    /// thousand movies can't teach more.
    /// </summary>
    public int ContentFactors { get; init; } = 64;

    /// <summary>Units of the rating head's hidden layer, 1 to 4 096. Default 64.</summary>
    public int HiddenUnits { get; init; } = 64;

    /// <summary>Step size of everything but the text layers, above 0. Default 0.003.</summary>
    public double LearningRate { get; init; } = 0.003;

    /// <summary>Step size of the text layers, above 0. Default 0.001: they are shared by all movies and settle sooner.</summary>
    public double ContentLearningRate { get; init; } = 0.001;

    /// <summary>
    /// Step size of the spectral ranking embeddings, at least 0. Default 0 keeps the closed-form start: on a small dataset it
    /// has seen every target already, and going on from it overfits.
    /// </summary>
    public double EmbeddingLearningRate { get; init; }

    /// <summary>Share of the text features dropped in a step, 0 to 0.95. Default 0.5: texts are many and say little each.</summary>
    public double Dropout { get; init; } = 0.5;

    /// <summary>Share of the rating head's units dropped in a step, 0 to 0.95. Default 0.2.</summary>
    public double HiddenDropout { get; init; } = 0.2;

    /// <summary>
    /// Decay of the embeddings per step as a multiple of the step size, at least 0, apart from the gradient (Loshchilov and
    /// Hutter 2019). Default 5: most movies have few ratings.
    /// </summary>
    public double WeightDecay { get; init; } = 5;

    /// <summary>Longest gradient of a step, above 0; longer ones are cut to it. Default 1.</summary>
    public double MaxGradNorm { get; init; } = 1;

    /// <summary>Share of the movies that a step knows by their texts alone, 0 to 1. Default 0.1.</summary>
    public double IdDropout { get; init; } = 0.1;

    /// <summary>
    /// Share of the users that a step knows by their history alone, 0 to 1. Default 0.3, so that visitors get as good ratings.
    /// </summary>
    public double UserDropout { get; init; } = 0.3;

    /// <summary>Share of the steps in which every movie is known by its texts alone, 0 to 1. Default 0.15.</summary>
    public double ColdShare { get; init; } = 0.15;

    /// <summary>
    /// Share of the histories that end at a moment, with everything from then on to be predicted, 0 to 1; the others hide
    /// ratings of any time. Default 0.
    /// </summary>
    public double TemporalShare { get; init; }

    /// <summary>
    /// κ: the number of ratings after which a movie's own embedding counts as much as its texts, at least 0. Default 1.
    /// </summary>
    public double TextPrior { get; init; } = 1;

    /// <summary>Ridge of the spectral start of the ranking embeddings, above 0. Default 300, as for EASE.</summary>
    public double SpectralRegularization { get; init; } = 300;

    /// <summary>
    /// Movies drawn per step for the ranking loss, at least 1; all where there are fewer. Default 2 048: lists get no better by
    /// more, and a step costs what it looks at.
    /// </summary>
    public int Negatives { get; init; } = 2_048;

    /// <summary>Weight of the rating loss, at least 0. Default 1.</summary>
    public double RatingWeight { get; init; } = 1;

    /// <summary>Weight of the ranking loss, at least 0. Default 1.</summary>
    public double RankingWeight { get; init; } = 1;

    /// <summary>
    /// Weight of the loss on lists of look-alikes, at least 0. Default 0: variety has a price, and it is for the host to pay it.
    /// </summary>
    public double DiversityWeight { get; init; }

    /// <summary>Weight of the loss on a wrong spread of the predicted ratings, at least 0. Default 0: single stars get no better.</summary>
    public double DistributionWeight { get; init; }

    /// <summary>Whether texts are read at all. Default true; without, genres, year and the number of tags speak for a new movie.</summary>
    [ConfigSection(TextSection)]
    public bool UseText { get; init; } = true;

    /// <summary>Whether a history chooses which of a movie's texts to read. Default true; needs <see cref="UseText"/>.</summary>
    [ConfigSection(TextSection)]
    public bool UseCrossAttention { get; init; } = true;

    /// <summary>Whether ratings are predicted from the rated movies too, not from the user's row alone. Default true.</summary>
    public bool UseHistory { get; init; } = true;

    /// <summary>
    /// Whether stars, recency and the movie itself say how much a rating counts in a history. Default true; without, all count
    /// the same.
    /// </summary>
    public bool UseHistoryAttention { get; init; } = true;

    /// <summary>
    /// Whether the rating head's hidden layer and the pooled texts are batch-normalised. Default false: on a small dataset stars
    /// and lists are better without.
    /// </summary>
    public bool UseBatchNorm { get; init; }

    /// <summary>Whether each tag that two movies share is a feature of its own, beside or instead of its text. Default false.</summary>
    [ConfigSection(TextSection)]
    public bool UseTagBag { get; init; }

    /// <summary>Default <see cref="HybridDevice.Auto"/>.</summary>
    public HybridDevice Device { get; init; } = HybridDevice.Auto;

    /// <summary>Default <see cref="HybridPrecision.Auto"/>.</summary>
    public HybridPrecision Precision { get; init; } = HybridPrecision.Auto;

    /// <summary>The sentence encoder: <c>all-MiniLM-L6-v2</c>, the default, which comes along, or an ONNX file's path.</summary>
    [ConfigSection(TextSection)]
    public string ModelName { get; init; } = "all-MiniLM-L6-v2";

    /// <summary>How an ONNX file's token vectors become one: mean or cls. Default mean; for the model that comes along, too.</summary>
    [ConfigSection(TextSection)]
    public HybridPooling Pooling { get; init; } = HybridPooling.Mean;

    /// <summary>What an ONNX encoder wants before every text; default nothing.</summary>
    [ConfigSection(TextSection)]
    public string DocumentPrefix { get; init; } = "";

    /// <summary>
    /// Default <see cref="Texts.TextPrecision.Full"/>; <see cref="Texts.TextPrecision.Int8"/> reads a large catalogue for the first time in about
    /// half the time. Movies that come later are read as those in training were.
    /// </summary>
    [ConfigSection(TextSection)]
    public TextPrecision TextPrecision { get; init; } = TextPrecision.Full;

    /// <summary>Dimensions of the encoder's vectors, at least 1. Default 384, all-MiniLM-L6-v2's.</summary>
    [ConfigSection(TextSection)]
    public int EmbeddingDim { get; init; } = 384;

    /// <summary>Whether text vectors are kept on disk and found again. Default true.</summary>
    [ConfigSection(TextSection)]
    public bool UseCachedEmbeddings { get; init; } = true;

    /// <summary>How many of a movie's most applied tags are read, 0 to 1 000. Default 10: what comes after was mostly said once.</summary>
    [ConfigSection(TextSection)]
    public int MaxTags { get; init; } = 10;

    /// <param name="epoch">An epoch of the schedule, 1 to <see cref="NEpochs"/>; null for all of them.</param>
    public HybridOptions StoppingAfter(int? epoch) => this with { StopAfter = epoch };

    public HybridOptions Validate()
    {
        HybridOptionRules.Check(this);
        return this;
    }
}
