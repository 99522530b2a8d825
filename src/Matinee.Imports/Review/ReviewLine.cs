namespace Matinee.Imports.Review;

/// <summary>What a person decided about a film of an import.</summary>
/// <param name="Line">Where it stands in the review, 1-based.</param>
/// <param name="Film">The film's <see cref="ImportedFilm.Key"/> when the review was written.</param>
/// <param name="Title">Empty where the review has none.</param>
/// <param name="Movie">A movie as people name it, <see cref="ReviewFile.LeaveOut"/>, or empty: not decided.</param>
public sealed record ReviewLine(int Line, string Film, string Title, int? Year, string Movie);
