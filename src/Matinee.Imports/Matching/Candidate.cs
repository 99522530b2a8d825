using Matinee.Imports.Matching.Titles;

namespace Matinee.Imports.Matching;

/// <summary>A movie that a film may be.</summary>
/// <param name="Years">How many years lie between the two; null where one of them says none.</param>
/// <param name="Closeness">Of the titles, 0 to 1, among equal fits.</param>
internal readonly record struct Candidate(int Item, TitleFit Fit, int? Years, double Closeness = 1)
{
    /// <summary>Whether the catalogue gives it several years: a series, or films as one.</summary>
    public bool IsSeries { get; init; }

    public bool SameTitle => Fit <= TitleFit.Loose;

    public bool IsBetterThan(Candidate other) => Fit < other.Fit || (Fit == other.Fit && Closeness > other.Closeness);
}
