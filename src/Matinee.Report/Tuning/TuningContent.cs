namespace Matinee.Report.Tuning;

/// <summary>What a search has found.</summary>
/// <param name="Metric">Such as <c>ndcg@10</c>.</param>
/// <param name="Facts">Of the search, by name.</param>
/// <param name="Trials">In their order; at least one has a value.</param>
/// <param name="Best">One of the trials.</param>
public sealed record TuningContent(
    string Model,
    string Metric,
    bool LowerIsBetter,
    IReadOnlyList<(string Name, string Value)> Facts,
    IReadOnlyList<TuningVariable> Variables,
    IReadOnlyList<TuningPoint> Trials,
    TuningPoint Best,
    string MatineeVersion
);

/// <summary>An option that was searched.</summary>
/// <param name="Choices">Its values by their number; null for a range.</param>
public sealed record TuningVariable(
    string Name,
    double From,
    double To,
    bool Logarithmic,
    IReadOnlyList<string>? Choices
);

/// <param name="Number">From 1.</param>
/// <param name="Values">One per variable; of choices their number.</param>
/// <param name="Texts">The same as people write them.</param>
/// <param name="Value">Null where it failed.</param>
public sealed record TuningPoint(
    int Number,
    IReadOnlyList<double> Values,
    IReadOnlyList<string> Texts,
    double? Value,
    string? Failure
);
