namespace Matinee.Api.Contracts;

/// <summary>Movies to ask for.</summary>
/// <param name="RatingsSoFar">How many ratings the choice rests on.</param>
/// <param name="Movies">The one to ask for first first.</param>
public sealed record OnboardingPage(int RatingsSoFar, IReadOnlyList<MovieAnswer> Movies);
