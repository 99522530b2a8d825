namespace Matinee.Imports.Exports;

/// <summary>What ratings can be written as.</summary>
public enum ExportFormat
{
    /// <summary>The CSV that Letterboxd imports.</summary>
    Letterboxd,

    /// <summary>IMDb ids, one a line.</summary>
    ImdbIds,

    /// <summary>Matinee's own, which loses nothing.</summary>
    Json,
}
