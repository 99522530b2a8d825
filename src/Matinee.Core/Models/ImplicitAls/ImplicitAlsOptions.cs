using System.Text.Json.Serialization;

namespace Matinee.Core.Models.ImplicitAls;

/// <summary>How a row's normal equations are solved.</summary>
[JsonConverter(typeof(ConfigEnumConverter<AlsSolver>))]
public enum AlsSolver
{
    /// <summary>Exactly: O(ratings · d² + rows · d³).</summary>
    Cholesky,

    /// <summary>By a few steps from the last iteration's solution (Takács, Pilászy and Tikk 2011): O(ratings · d + rows · d²).</summary>
    ConjugateGradient,
}

/// <summary>How much one interaction counts.</summary>
[JsonConverter(typeof(ConfigEnumConverter<AlsWeighting>))]
public enum AlsWeighting
{
    /// <summary>Every one the same.</summary>
    None,

    /// <summary>BM25 of item and user, scaled to a mean of 1.</summary>
    Bm25,
}

/// <summary>The iALS objective and how it is minimised.</summary>
public sealed record ImplicitAlsOptions : IModelOptions<ImplicitAlsOptions>
{
    /// <summary>Dimensions d, 1 to 2 048. Default 128.</summary>
    public int Factors { get; init; } = 128;

    /// <summary>Passes over users and items, 1 to 1 000. Default 16: the ranking has settled by then.</summary>
    public int Iterations { get; init; } = 16;

    /// <summary>λ, above 0. Default 0.003 (Rendle et al. 2022, for ν = 1).</summary>
    public double Regularization { get; init; } = 0.003;

    /// <summary>α₀, the weight of a pair without interaction relative to one with, above 0. Default 0.1.</summary>
    public double UnobservedWeight { get; init; } = 0.1;

    /// <summary>
    /// ν, 0 to 1: a row with n interactions is regularised by λ (n + α₀ columns)^ν. Default 1: rare and frequent rows
    /// shrink alike.
    /// </summary>
    public double FrequencyExponent { get; init; } = 1;

    /// <summary>Default <see cref="AlsWeighting.None"/>.</summary>
    public AlsWeighting Weighting { get; init; } = AlsWeighting.None;

    /// <summary>BM25's saturation k₁, above 0. Default 1.2.</summary>
    public double K1 { get; init; } = 1.2;

    /// <summary>BM25's length normalisation b, 0 to 1. Default 0.75.</summary>
    public double B { get; init; } = 0.75;

    /// <summary>
    /// How much what is known of the movies counts beside the ratings: each genre, pair of genres, release year, and genre within
    /// five years is a row of interactions of this weight (<see cref="MetadataRows"/>). 0 to 1 000. Default 0, not at all.
    /// </summary>
    public double MetadataWeight { get; init; }

    /// <summary>Default <see cref="AlsSolver.Cholesky"/>; conjugate gradients pay from about 128 factors on.</summary>
    public AlsSolver Solver { get; init; } = AlsSolver.Cholesky;

    /// <summary>Steps per row of the conjugate gradient solver, 1 to 100. Default 3.</summary>
    public int ConjugateGradientSteps { get; init; } = 3;

    public ImplicitAlsOptions Validate()
    {
        OptionRules.Between(Factors, 1, 2048, nameof(Factors));
        OptionRules.Between(Iterations, 1, 1000, nameof(Iterations));
        OptionRules.Above(Regularization, 0, nameof(Regularization));
        OptionRules.Above(UnobservedWeight, 0, nameof(UnobservedWeight));
        OptionRules.Between(FrequencyExponent, 0, 1, nameof(FrequencyExponent));
        OptionRules.Above(K1, 0, nameof(K1));
        OptionRules.Between(B, 0, 1, nameof(B));
        OptionRules.Between(MetadataWeight, 0, 1000, nameof(MetadataWeight));
        OptionRules.Between(ConjugateGradientSteps, 1, 100, nameof(ConjugateGradientSteps));
        return this;
    }
}
