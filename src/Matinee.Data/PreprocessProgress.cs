namespace Matinee.Data;

/// <param name="Stage">What is being done, for people: <c>reading ratings.csv</c>.</param>
/// <param name="Fraction">Share of this stage that is done, 0 to 1.</param>
public readonly record struct PreprocessProgress(string Stage, double Fraction);
