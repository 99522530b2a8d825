namespace Matinee.Core.Interactions;

/// <summary>
/// What users say of themselves, as parallel columns by user index; null where the source doesn't say. MovieLens 100K and
/// 1M have it.
/// </summary>
public sealed class UserAttributes
{
    public UserAttributes(
        IReadOnlyList<int?> ages,
        IReadOnlyList<string?> genders,
        IReadOnlyList<string?> occupations,
        IReadOnlyList<string?> zips
    )
    {
        if (genders.Count != ages.Count || occupations.Count != ages.Count || zips.Count != ages.Count)
        {
            throw new ArgumentException("All columns must have the same length.", nameof(ages));
        }

        Ages = ages;
        Genders = genders;
        Occupations = occupations;
        Zips = zips;
        KnownCount = Enumerable.Range(0, Count).Count(IsKnown);
    }

    public int Count => Ages.Count;

    /// <summary>Users of whom anything is known.</summary>
    public int KnownCount { get; }

    /// <summary>
    /// Years; in MovieLens 1M, which knows groups only, the group's lowest: 1 (under 18), 18, 25, 35, 45, 50 or 56.
    /// </summary>
    public IReadOnlyList<int?> Ages { get; }

    /// <summary><c>F</c> or <c>M</c>.</summary>
    public IReadOnlyList<string?> Genders { get; }

    /// <summary>In the source's words, which differ between data sets: <c>educator</c>, <c>academic/educator</c>.</summary>
    public IReadOnlyList<string?> Occupations { get; }

    /// <summary>As the source writes it, so not always five digits: <c>48067</c>, <c>98107-2117</c>, <c>T8H1N</c>.</summary>
    public IReadOnlyList<string?> Zips { get; }

    private bool IsKnown(int user) =>
        Ages[user] is not null || Genders[user] is not null || Occupations[user] is not null || Zips[user] is not null;
}
