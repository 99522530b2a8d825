namespace Matinee.Core.Models.Tuning;

/// <param name="Values">One per dimension of the space.</param>
/// <param name="Score">The greater the better; null where the trial failed.</param>
public sealed record SearchTrial(IReadOnlyList<double> Values, double? Score);
