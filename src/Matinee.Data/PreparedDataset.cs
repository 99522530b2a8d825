namespace Matinee.Data;

/// <summary>A prepared dataset and what a person should know about how it came to be.</summary>
/// <param name="Skipped">The rows that were dropped as malformed, in reading order.</param>
/// <param name="Notes">What is missing or unusual, for people.</param>
public sealed record PreparedDataset(
    Dataset Dataset,
    TagApplications Tags,
    IReadOnlyList<BadRow> Skipped,
    IReadOnlyList<string> Notes
);
