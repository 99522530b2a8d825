namespace Matinee.Client;

/// <summary>What movies are written as, for others to read.</summary>
public enum ExportFormat
{
    /// <summary>A CSV that letterboxd.com/import takes.</summary>
    Letterboxd,

    /// <summary>IMDb's ids, one per line; movies without one are left out.</summary>
    ImdbIds,

    /// <summary>JSON with all ids, stars and times.</summary>
    Json,
}
