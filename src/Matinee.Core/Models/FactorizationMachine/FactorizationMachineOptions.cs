using System.Text.Json.Serialization;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>What a rating is to the model.</summary>
[JsonConverter(typeof(ConfigEnumConverter<RatingLikelihood>))]
public enum RatingLikelihood
{
    /// <summary>A number, scattered normally around its prediction.</summary>
    Gaussian,

    /// <summary>The place of a normally scattered taste between sampled cut-points, one between each two levels.</summary>
    Probit,
}

/// <summary>The size of the factorization machine, how long it is sampled, and what it knows about a rating.</summary>
public sealed record FactorizationMachineOptions : IModelOptions<FactorizationMachineOptions>
{
    /// <summary>Dimensions of the factors, 0 to 256; 0 leaves the linear weights. Default 16: the priors keep more from harm, and they help a little, for as much more work.</summary>
    public int Rank { get; init; } = 16;

    /// <summary>Gibbs sweeps per chain, 1 to 100 000. Default 512, as is usual (Rendle et al. 2019).</summary>
    public int Sweeps { get; init; } = 512;

    /// <summary>
    /// Share of the sweeps at the start that are not kept, 0 to 0.95. Default 0: the chain finds its place within some sweeps, and
    /// the average is better with all of them.
    /// </summary>
    public double BurnIn { get; init; }

    /// <summary>
    /// Independent chains, 1 to 64, whose samples are averaged. Default 4: each finds another way to explain the ratings, and together
    /// they are better than one that is four times as long.
    /// </summary>
    public int Chains { get; init; } = 4;

    /// <summary>
    /// Samples kept for predictions over all chains, 1 to 100 000, evenly spread; fewer where the model would be beyond 512 MB. Default 128: an average of more differs by less
    /// than 0.001 in RMSE.
    /// </summary>
    public int KeptSamples { get; init; } = 128;

    /// <summary>Default <see cref="RatingLikelihood.Probit"/>: ratings are steps, and people use them differently.</summary>
    public RatingLikelihood Likelihood { get; init; } = RatingLikelihood.Probit;

    /// <summary>Whether all movies that a user rated are features of the user (SVD++, Koren 2008). Default true.</summary>
    public bool UseRatedMovies { get; init; } = true;

    /// <summary>Whether all users who rated a movie are features of the movie. Default true.</summary>
    public bool UseRatingUsers { get; init; } = true;

    /// <summary>Whether the day of a rating is a feature. Default true.</summary>
    public bool UseDay { get; init; } = true;

    /// <summary>Default true.</summary>
    public bool UseYear { get; init; } = true;

    /// <summary>Default true.</summary>
    public bool UseGenres { get; init; } = true;

    /// <summary>Whether the tags of a movie that other movies have, too, are features. Default true.</summary>
    public bool UseTags { get; init; } = true;

    /// <summary>Whether age, gender, occupation and region of a user are features, where the data has them. Default true.</summary>
    public bool UseUserAttributes { get; init; } = true;

    public FactorizationMachineOptions Validate()
    {
        OptionRules.Between(Rank, 0, 256, nameof(Rank));
        OptionRules.Between(Sweeps, 1, 100_000, nameof(Sweeps));
        OptionRules.Between(BurnIn, 0, 0.95, nameof(BurnIn));
        OptionRules.Between(Chains, 1, 64, nameof(Chains));
        OptionRules.Between(KeptSamples, 1, 100_000, nameof(KeptSamples));
        return this;
    }
}
