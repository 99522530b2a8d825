namespace Matinee.Core.Models.Bias;

/// <summary>How strongly the damped means are held to the global mean.</summary>
public sealed record BiasOptions : IModelOptions<BiasOptions>
{
    /// <summary>Virtual ratings at the global mean per item, at least 0. Default 5: a movie with 5 ratings is half believed.</summary>
    public double ItemDamping { get; init; } = 5;

    /// <summary>Virtual ratings at the user's expected level per user, at least 0. Default 5.</summary>
    public double UserDamping { get; init; } = 5;

    public BiasOptions Validate()
    {
        OptionRules.AtLeast(ItemDamping, 0, nameof(ItemDamping));
        OptionRules.AtLeast(UserDamping, 0, nameof(UserDamping));
        return this;
    }
}
