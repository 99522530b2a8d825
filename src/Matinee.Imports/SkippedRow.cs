namespace Matinee.Imports;

/// <summary>A row that says nothing about a film, or nothing that can be used.</summary>
/// <param name="What">The row's title, or its beginning; for people.</param>
/// <param name="Reason">A sentence: <c>A television series, not a film.</c></param>
public sealed record SkippedRow(ImportPlace Place, string What, string Reason);
