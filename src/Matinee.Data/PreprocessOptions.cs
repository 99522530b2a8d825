using Matinee.Core.Interactions.Splits;

namespace Matinee.Data;

/// <summary>Which raw data becomes a dataset, and how.</summary>
public sealed record PreprocessOptions
{
    /// <summary>A folder or zip file with a known layout.</summary>
    public required string DataDirectory { get; init; }

    public Thresholds Thresholds { get; init; } = new();

    /// <summary>Default: what each user did last is to be foretold from what they did before.</summary>
    public SplitProtocol Split { get; init; } = SplitProtocol.UserTemporal;

    /// <summary>Default: 20% test, 10% validation. Of all ratings, also where the test part is a file.</summary>
    public SplitFractions Fractions { get; init; } = new(0.2, 0.1);

    /// <summary>Default 42; the protocols that shuffle use it.</summary>
    public long Seed { get; init; } = 42;

    /// <summary>Ready-made parts, which replace the ratings of <see cref="DataDirectory"/>; default none.</summary>
    public SplitFiles? SplitFiles { get; init; }

    /// <summary>Drop and list malformed rows; default false: stop at the first.</summary>
    public bool SkipBadRows { get; init; }

    /// <exception cref="MatineeException">A value makes no sense.</exception>
    public PreprocessOptions Validate()
    {
        Thresholds.Validate();
        Fractions.Validate();
        return this;
    }
}

/// <param name="Train">All that may be trained on, the validation rows included.</param>
/// <param name="Validation">The rows of <paramref name="Train"/> that are the validation part; null to draw them.</param>
/// <param name="Test">Pairs that <paramref name="Train"/> has not; null: what is tested on stays outside of the dataset.</param>
public sealed record SplitFiles(string Train, string? Validation, string? Test);
