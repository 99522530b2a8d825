namespace Matinee.Imports.Exports;

/// <summary>What an export's file is called, and its type on the web.</summary>
public static class ExportFormats
{
    public static string FileName(this ExportFormat format) =>
        format switch
        {
            ExportFormat.Letterboxd => "matinee-letterboxd.csv",
            ExportFormat.ImdbIds => "matinee-imdb-ids.txt",
            ExportFormat.Json => "matinee-ratings.json",
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };

    public static string ContentType(this ExportFormat format) =>
        format switch
        {
            ExportFormat.Letterboxd => "text/csv; charset=utf-8",
            ExportFormat.ImdbIds => "text/plain; charset=utf-8",
            ExportFormat.Json => "application/json",
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };
}
