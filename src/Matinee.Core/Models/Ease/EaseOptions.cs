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

/// <summary>EASE's one hyper-parameter, and how it is solved.</summary>
public sealed record EaseOptions : IModelOptions<EaseOptions>
{
    /// <summary>The largest matrix side that is inverted: 20 000² floats are 1.6 GB.</summary>
    public const int LargestSide = 20_000;

    /// <summary>
    /// Ridge penalty λ, above 0. Default 200, in the middle of the flat optimum for 100 000 to a million ratings;
    /// grows with the data.
    /// </summary>
    public double Regularization { get; init; } = 200;

    /// <summary>Default <see cref="EaseSide.Auto"/>.</summary>
    public EaseSide Side { get; init; } = EaseSide.Auto;

    public EaseOptions Validate()
    {
        OptionRules.Above(Regularization, 0, nameof(Regularization));
        return this;
    }
}
