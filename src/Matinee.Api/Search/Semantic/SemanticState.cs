namespace Matinee.Api.Search.Semantic;

public enum SemanticStatus
{
    /// <summary>Movies are being read; search is lexical until all are.</summary>
    Building,

    Ready,

    /// <summary>There is no encoder; search stays lexical.</summary>
    Unavailable,
}

/// <summary>How far the reading of the catalogue is.</summary>
/// <param name="Fraction">0 to 1: movies read.</param>
/// <param name="Note">A sentence for people where search is lexical; null where it is not.</param>
public sealed record SemanticState(SemanticStatus Status, double Fraction, string? Note);
