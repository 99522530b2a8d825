namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Features of one kind, which share a prior.</summary>
/// <param name="Name">Such as <c>genres</c>.</param>
/// <param name="Start">The first feature's number in its block.</param>
internal sealed record FeatureGroup(string Name, int Start, int Count)
{
    public int End => Start + Count;
}
