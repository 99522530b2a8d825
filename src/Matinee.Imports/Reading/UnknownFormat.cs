using Matinee.Core;

namespace Matinee.Imports.Reading;

/// <summary>What to say of files that no format knows.</summary>
internal static class UnknownFormat
{
    public static MatineeException Error(ImportFiles files, IEnumerable<IImportFormat> formats) =>
        new(
            $"{Excerpt.Of(files.Name)} is not an export that Matinee knows: {Look(files)}. "
                + $"What can be read: {string.Join("; ", formats.Select(format => format.Accepted))}. "
                + "Bring one of these as it was exported, unchanged."
        );

    private static string Look(ImportFiles files) =>
        files.All switch
        {
            [] => "it holds no files",
            [var only] => Look(only),
            _ => $"it holds {string.Join(", ", files.All.Take(5).Select(file => Excerpt.Of(file.Name)))}"
                + (files.All.Count > 5 ? $" and {files.All.Count - 5} more" : ""),
        };

    private static string Look(ImportFile file)
    {
        string text = file.Opening.Trim();
        return text switch
        {
            "" => "it is empty",
            _ when text.Any(letter => char.IsControl(letter) && !char.IsWhiteSpace(letter)) => "it is no text",
            ['{' or '[', ..] => $"it is JSON that begins with {Excerpt.Of(text)}",
            ['<', ..] => $"it is XML or a page that begins with {Excerpt.Of(text)}",
            _ => $"its first line names {Excerpt.Of(string.Join(", ", file.Header.Columns.Take(8)))}",
        };
    }
}
