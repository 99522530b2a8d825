using Matinee.Core;

namespace Matinee.Imports.Reading;

/// <summary>What to say of files that no format knows.</summary>
internal static class UnknownFormat
{
    private const int NamedFiles = 3;
    private const int ShownLetters = 30;

    public static MatineeException Error(ImportFiles files) =>
        new(
            $"{Excerpt.Of(files.Name)} is not an export that Matinee knows: {Look(files)}. "
                + "Matinee reads exports of Letterboxd, IMDb, Trakt, TMDB, MovieLens, Jellyfin, Emby, Plex, NFO files and its own JSON; "
                + "docs/imports.md says which files."
        );

    private static string Look(ImportFiles files) =>
        files.All switch
        {
            [] => "it holds no files",
            [var only] => Look(only),
            _ => $"it holds {Short(string.Join(", ", files.All.Take(NamedFiles).Select(file => file.Name)))}"
                + (files.All.Count > NamedFiles ? $" and {files.All.Count - NamedFiles} more" : ""),
        };

    private static string Look(ImportFile file)
    {
        string text = file.Opening.Trim();
        return text switch
        {
            "" => "it is empty",
            _ when text.Any(letter => char.IsControl(letter) && !char.IsWhiteSpace(letter)) => "it is no text",
            ['{' or '[', ..] => $"it is JSON that begins with {Short(text)}",
            ['<', ..] => $"it is XML or a page that begins with {Short(text)}",
            _ => $"its first line names {Short(string.Join(", ", file.Header.Columns.Take(8)))}",
        };
    }

    private static string Short(string text) =>
        Excerpt.Of(text.Length <= ShownLetters ? text : $"{text[..ShownLetters]}...");
}
