namespace Matinee.Core.Models.Blend;

/// <summary>One model of a blend, to be trained.</summary>
/// <param name="Candidates">Options to choose from on held-out ratings, at least one.</param>
public sealed record BlendPart(ModelKind Kind, IReadOnlyList<object> Candidates);
