namespace Matinee.Imports.Preview;

/// <summary>Rows of the file by what becomes of them; together they are all there are.</summary>
public sealed record ImportRows(int Total, int Matched, int Ambiguous, int Unknown, int LeftOut, int Skipped);
