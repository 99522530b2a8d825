namespace Matinee.Core.Models.Blend;

/// <summary>
/// One user's candidates, to learn how a blend weighs its features. Candidates are in ascending order of their movies' index,
/// and of equal scores the earlier ranks first.
/// </summary>
/// <param name="Features">Candidates × features, row-major; finite, and of like spread over the candidates.</param>
/// <param name="IsRelevant">Of each candidate.</param>
/// <param name="Relevant">How many movies are relevant to the user, those that are not candidates included.</param>
internal sealed record BlendQuery(float[] Features, bool[] IsRelevant, int Relevant)
{
    public int Count => IsRelevant.Length;

    public bool HasRelevantCandidate => IsRelevant.AsSpan().Contains(true);
}
