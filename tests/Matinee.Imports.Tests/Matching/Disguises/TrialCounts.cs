using Matinee.Imports.Matching;

namespace Matinee.Imports.Tests.Matching.Disguises;

/// <summary>Films by what they were taken for.</summary>
internal readonly record struct TrialCounts(int Right, int Wrong, int Ambiguous, int Unknown)
{
    public int Films => Right + Wrong + Ambiguous + Unknown;

    public double Share(int films) => films / (double)Films;

    /// <param name="right">The item it is.</param>
    public TrialCounts With(FilmMatch match, int right) =>
        match.Status switch
        {
            MatchStatus.Ambiguous => this with { Ambiguous = Ambiguous + 1 },
            MatchStatus.Unknown => this with { Unknown = Unknown + 1 },
            _ when match.Item?.Value == right => this with { Right = Right + 1 },
            _ => this with { Wrong = Wrong + 1 },
        };
}
