namespace Matinee.Imports;

/// <summary>A row of a file as a film, before anyone looks which of the catalogue's it is.</summary>
/// <param name="Place">Where it stands.</param>
public sealed record ImportedRow(ImportPlace Place)
{
    /// <summary>As the file writes it, trimmed; empty where the row has numbers alone.</summary>
    public string Title { get; init; } = "";

    /// <summary>Release year.</summary>
    public int? Year { get; init; }

    /// <summary>Further titles that the row gives, such as the original one.</summary>
    public IReadOnlyList<string> OtherTitles { get; init; } = [];

    public FilmNumbers Numbers { get; init; }

    /// <summary>Half stars, 0.5 to 5, rescaled from what the source uses; null: not rated.</summary>
    public float? Stars { get; init; }

    /// <summary>When it was rated or watched, in seconds since 1970 UTC; a date alone is its midnight. Null: not said.</summary>
    public long? Time { get; init; }

    public FilmFacts Facts { get; init; }
}
