namespace Matinee.Imports;

/// <summary>One film as a whole file speaks of it: its rating, its diary, its heart.</summary>
public sealed record ImportedFilm
{
    /// <summary>All rows about it, in their order; never empty.</summary>
    public required IReadOnlyList<ImportedRow> Rows { get; init; }

    public required string Title { get; init; }
    public int? Year { get; init; }
    public IReadOnlyList<string> OtherTitles { get; init; } = [];
    public FilmNumbers Numbers { get; init; }

    /// <summary>The rating that counts; null: none.</summary>
    public float? Stars { get; init; }

    /// <summary>When it was rated, in seconds since 1970 UTC; null: not said.</summary>
    public long? RatedAt { get; init; }

    /// <summary>When it was watched last, in seconds since 1970 UTC; null: not said.</summary>
    public long? WatchedAt { get; init; }

    public FilmFacts Facts { get; init; }

    /// <summary>How choices and people refer to it: its first row's place.</summary>
    public string Key => Rows[0].Place.ToString();
}
