namespace Matinee.Cli.Tuning;

/// <summary>A trial that has ended.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Values">One per tuned option, as the search numbers them.</param>
/// <param name="Value">The metric on the validation part; null where the trial failed.</param>
/// <param name="Failure">Why it failed, a sentence.</param>
internal sealed record TuningTrial(
    int Number,
    IReadOnlyList<double> Values,
    double? Value,
    string? Failure,
    double Seconds
);
