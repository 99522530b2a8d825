using Matinee.Core.Interactions;

namespace Matinee.Report;

/// <summary>What a report shows beside the evaluation's own figures. What is left out has no section.</summary>
public sealed record ReportExtras
{
    public RunFacts? Run { get; init; }

    /// <summary>The figures taken apart by kinds of users or movies; a chart each.</summary>
    public IReadOnlyList<StrataBars> Strata { get; init; } = [];

    /// <summary>What re-ranking costs and gives; points of one method are joined in the order given.</summary>
    public IReadOnlyList<ParetoPoint> Pareto { get; init; } = [];

    /// <summary>Why a movie is recommended to a user, in sentences; asked only about the lists that are shown.</summary>
    public Func<UserIndex, ItemIndex, IReadOnlyList<string>>? Reasons { get; init; }
}

/// <summary>What was run, and what it took.</summary>
/// <param name="DataPath">As it was passed.</param>
/// <param name="ModelPath">As it was passed.</param>
/// <param name="PeakBytes">Most memory that the evaluating process held; null where unknown.</param>
public sealed record RunFacts(string DataPath, string ModelPath, long? PeakBytes);

/// <summary>One figure by stratum.</summary>
/// <param name="Name">What the strata are of: <c>User activity</c>.</param>
/// <param name="Metric">What the bars' height is: <c>NDCG@10</c>.</param>
/// <param name="CountedIn">What <see cref="StratumBar.Count"/> counts: <c>users</c>, <c>pairs</c>.</param>
public sealed record StrataBars(string Name, string Metric, string CountedIn, IReadOnlyList<StratumBar> Bars);

/// <param name="Series">The model; bars of a stratum stand side by side.</param>
/// <param name="Stratum">Such as <c>21 to 100 ratings</c>.</param>
/// <param name="Low">Lower end of the 95% interval; null where there is none.</param>
public sealed record StratumBar(string Series, string Stratum, int Count, double Value, double? Low, double? High);

/// <param name="Method">Such as <c>mmr</c>.</param>
/// <param name="Strength">Of the re-ranking, 0 for none.</param>
/// <param name="Ndcg">Mean NDCG@10.</param>
/// <param name="Diversity">Mean genre diversity of the first ten, 0 to 1.</param>
public sealed record ParetoPoint(string Method, double Strength, double Ndcg, double Diversity);
