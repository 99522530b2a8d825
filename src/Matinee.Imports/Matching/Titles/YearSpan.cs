namespace Matinee.Imports.Matching.Titles;

/// <summary>The years a film is given, first and last, both included; null: not said.</summary>
internal readonly record struct YearSpan(int? First, int? Last)
{
    /// <summary>How many years lie between two films, 0 where they overlap; null where one of them says none.</summary>
    public int? Distance(YearSpan other) =>
        First is { } first && Last is { } last && other.First is { } otherFirst && other.Last is { } otherLast
            ? Math.Max(0, Math.Max(otherFirst - last, first - otherLast))
            : null;
}
