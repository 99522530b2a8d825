namespace Matinee.Core.Catalog.Facets;

/// <summary>What a title consists of, articles in front: <c>The City of Lost Children</c>.</summary>
/// <param name="Main">Before the brackets at the end.</param>
/// <param name="Others">In those brackets, <c>a.k.a.</c> left out: <c>La Cité des enfants perdus</c>.</param>
/// <param name="FirstYear">In the last brackets; null: none.</param>
/// <param name="LastYear">The first one again unless there is a range: 2007 of <c>(2006–2007)</c>.</param>
public sealed record TitleParts(string Main, IReadOnlyList<string> Others, int? FirstYear, int? LastYear);
