namespace Matinee.Imports.Preview;

/// <param name="Row">Where it stands: <c>ratings.csv:9</c>.</param>
/// <param name="What">Its title, or how it begins.</param>
/// <param name="Reason">A sentence.</param>
public sealed record ImportSkippedRow(string Row, string What, string Reason);
