namespace Matinee.Imports.Exports;

public enum ExportFormat
{
    /// <summary>The CSV that Letterboxd imports, with a column <c>MatineeID</c> that it passes over.</summary>
    Letterboxd,

    /// <summary>IMDb's numbers, one per line: what many tools take.</summary>
    ImdbIds,

    /// <summary>Everything that is known, for Matinee itself and for programs.</summary>
    Json,
}
