using Matinee.Core;

namespace Matinee.Imports.Exports;

/// <summary>How formats are named, sent and saved.</summary>
public static class ExportFormats
{
    /// <param name="name"><c>letterboxd</c>, <c>imdb-ids</c> or <c>json</c>, in any case.</param>
    /// <exception cref="MatineeException">It is none of them.</exception>
    public static ExportFormat Parse(string name) =>
        name.ToLowerInvariant() switch
        {
            "letterboxd" => ExportFormat.Letterboxd,
            "imdb-ids" => ExportFormat.ImdbIds,
            "json" => ExportFormat.Json,
            _ => throw new MatineeException(
                $"There is no export format '{Reading.Excerpt.Of(name)}'. Choose letterboxd, imdb-ids or json."
            ),
        };

    public static string ContentTypeOf(ExportFormat format) =>
        format switch
        {
            ExportFormat.Letterboxd => "text/csv; charset=utf-8",
            ExportFormat.ImdbIds => "text/plain; charset=utf-8",
            ExportFormat.Json => "application/json",
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };

    /// <summary>What a file's name ends with: <c>ratings-letterboxd.csv</c>.</summary>
    public static string EndingOf(ExportFormat format) =>
        format switch
        {
            ExportFormat.Letterboxd => "-letterboxd.csv",
            ExportFormat.ImdbIds => "-imdb.txt",
            ExportFormat.Json => ".json",
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
}
