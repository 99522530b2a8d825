using System.IO.Compression;
using System.Text;
using Matinee.Core;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Tests.Reading;

/// <summary>Exports written for a test.</summary>
internal static class Exports
{
    public static ImportedFile Read(string name, string text) => ImportReader.Read(name, Encoding.UTF8.GetBytes(text));

    public static ImportedFile ReadZip(params (string Name, string Text)[] entries) =>
        ImportReader.Read("export.zip", Zip(entries));

    public static byte[] Zip(params (string Name, string Text)[] entries) =>
        SampleZip.Build(zip =>
        {
            foreach ((string name, string text) in entries)
            {
                using Stream stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        });

    public static string Error(string name, string text) =>
        Assert.Throws<MatineeException>(() => Read(name, text)).Message;

    public static string Error(byte[] content, ImportLimits? limits = null) =>
        Assert.Throws<MatineeException>(() => ImportReader.Read("export.zip", content, limits)).Message;

    /// <summary>Rows as one compares them by eye: place, title, year, numbers, stars, date, facts.</summary>
    public static string[] Lines(this ImportedFile file) => [.. file.Rows.Select(Line)];

    public static string[] Reasons(this ImportedFile file) =>
        [.. file.Skipped.Select(row => $"{row.Place} {row.What}: {row.Reason}")];

    private static string Line(ImportedRow row)
    {
        string time = row.Time is { } seconds
            ? DateTimeOffset
                .FromUnixTimeSeconds(seconds)
                .ToString("yyyy-MM-dd HH:mm:ss", null)
                .Replace(" 00:00:00", "", StringComparison.Ordinal)
            : "-";
        string titles = string.Join(" / ", row.OtherTitles.Prepend(row.Title));
        FilmNumbers numbers = row.Numbers;
        return FormattableString.Invariant(
            $"{row.Place} | {titles} | {row.Year} | ml {numbers.MovieLens} tt {numbers.Imdb} tmdb {numbers.Tmdb} | {row.Stars} | {time} | {row.Facts}"
        );
    }
}
