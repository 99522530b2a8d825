using System.Text.Json.Serialization;

namespace Matinee.Core.Models.Ease;

/// <summary>Which Gram matrix EASE inverts; both give the same scores.</summary>
[JsonConverter(typeof(ConfigEnumConverter<EaseSide>))]
public enum EaseSide
{
    /// <summary>The smaller one.</summary>
    Auto,

    /// <summary>users × users.</summary>
    Users,

    /// <summary>items × items.</summary>
    Items,
}

/// <summary>What EASE is penalised by and learns from, and how it is solved.</summary>
public sealed record EaseOptions : IModelOptions<EaseOptions>
{
    /// <summary>The largest matrix side that is inverted: 20 000² floats are 1.6 GB.</summary>
    public const int LargestSide = 20_000;

    /// <summary>The stars at which a rating counts 1 whatever <see cref="RatingWeight"/> is: about the mean of most people.</summary>
    public const double MiddleStars = 3.5;

    /// <summary>Someone with so many ratings counts 1 whatever <see cref="LengthPower"/> is.</summary>
    public const int MiddleLength = 100;

    /// <summary>
    /// Ridge penalty λ, above 0. Default 200, in the middle of the flat optimum for 100 000 to a million ratings;
    /// grows with the data.
    /// </summary>
    public double Regularization { get; init; } = 200;

    /// <summary>
    /// Share p of the inputs that training drops at random, solved in closed form for infinitely many draws (EDLAE, Steck 2020):
    /// a movie's penalty is λ + p / (1 − p) Σ x², greater the more it is rated. At least 0, below 1. Default 0, plain EASE, which
    /// validation prefers on MovieLens.
    /// </summary>
    public double Dropout { get; init; }

    /// <summary>
    /// How much more a rating counts per star above <see cref="MiddleStars"/>, and less per star below: w makes it 1 + w (stars − 3.5),
    /// in the training data and in every history. 0 to 1. Default 0, every rating counts 1; above 1/3 half a star counts
    /// against a movie.
    /// </summary>
    public double RatingWeight { get; init; }

    /// <summary>
    /// How much less an avid rater counts: p makes a person of n ratings count (100 / n)ᵖ while training (the users' part of the
    /// data-adaptive normalisation of Park et al. 2025, "Why is Normalization Necessary for Linear Recommenders?"). 0 to 1.
    /// Default 0, everyone counts 1.
    /// </summary>
    public double LengthPower { get; init; }

    /// <summary>
    /// How much what is known of the movies counts beside the ratings: each genre, pair of genres, release year, and genre within
    /// five years is a row of inputs of this size (<see cref="MetadataRows"/>). 0 to 1 000. Default 0, not at all.
    /// </summary>
    public double MetadataWeight { get; init; }

    /// <summary>
    /// How much the words of titles count beside the ratings: each word of four letters or more that two to fifteen movies share is
    /// a row of inputs of this size. It finds series and sequels. 0 to 1 000. Default 0, not at all.
    /// </summary>
    public double TitleWeight { get; init; }

    /// <summary>Default <see cref="EaseSide.Auto"/>.</summary>
    public EaseSide Side { get; init; } = EaseSide.Auto;

    public EaseOptions Validate()
    {
        OptionRules.Above(Regularization, 0, nameof(Regularization));
        OptionRules.AtLeastBelow(Dropout, 0, 1, nameof(Dropout));
        OptionRules.Between(RatingWeight, 0, 1, nameof(RatingWeight));
        OptionRules.Between(LengthPower, 0, 1, nameof(LengthPower));
        OptionRules.Between(MetadataWeight, 0, 1000, nameof(MetadataWeight));
        OptionRules.Between(TitleWeight, 0, 1000, nameof(TitleWeight));
        return this;
    }

    /// <summary>What a rating counts as an input.</summary>
    internal float Input(float stars) => RatingWeight == 0 ? 1 : (float)(1 + (RatingWeight * (stars - MiddleStars)));

    /// <summary>Whether every input is 1.</summary>
    internal bool IsPlain => RatingWeight == 0 && LengthPower == 0 && !UsesMetadata;

    /// <summary>Whether what is known of the movies counts.</summary>
    internal bool UsesMetadata => MetadataWeight != 0 || TitleWeight != 0;

    /// <summary>What the inputs of someone with so many ratings are multiplied by: the root of what the person counts.</summary>
    internal float RowScale(int ratings) =>
        LengthPower == 0 || ratings == 0 ? 1 : (float)Math.Pow((double)MiddleLength / ratings, LengthPower / 2);

    /// <summary>Dⱼ, an item's penalty, of the sum of its squared inputs.</summary>
    internal double Penalty(double squares) => Regularization + (Dropout / (1 - Dropout) * squares);
}
