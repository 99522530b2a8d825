namespace Matinee.Core.Numerics;

/// <param name="Item">Item index.</param>
/// <param name="Score">Higher is better.</param>
public readonly record struct ScoredItem(int Item, float Score);
