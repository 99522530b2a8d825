using Matinee.Core.Interactions;

namespace Matinee.Report;

/// <summary>What a report shows beside the evaluation's own figures. What is left out is not shown.</summary>
public sealed record ReportExtras
{
    /// <summary>Why a movie is recommended to a user, in sentences; asked only about the lists that are shown.</summary>
    public Func<UserIndex, ItemIndex, IReadOnlyList<string>>? Reasons { get; init; }
}
