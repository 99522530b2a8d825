namespace Matinee.Core.Models.Tuning;

internal static class TriedValues
{
    public static bool Tried(this IReadOnlyList<SearchTrial> trials, IReadOnlyList<double> values) =>
        trials.Any(trial => trial.Values.SequenceEqual(values));
}
