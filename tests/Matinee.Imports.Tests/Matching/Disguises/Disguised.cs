namespace Matinee.Imports.Tests.Matching.Disguises;

/// <summary>A film as another site may write it.</summary>
/// <param name="Others">Titles in other languages, and those it is also known by.</param>
internal sealed record Disguised(string Title, int? Year, IReadOnlyList<string> Others);
