namespace Matinee.Api.Search.Titles;

/// <param name="Item">Item index.</param>
/// <param name="Score">How well the title fits what was typed, with a part for how well known the movie is; 0 to 1.2.</param>
/// <param name="Coverage">The share of what was typed that the title and the year answer, 0.5 to 1.</param>
/// <param name="IsWhole">Whether one of the movie's names is just what was typed, but for articles and the like.</param>
internal readonly record struct TitleMatch(int Item, float Score, float Coverage, bool IsWhole);
