using Matinee.Imports.Libraries;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Nfo;

/// <summary>
/// The <c>.nfo</c> files that Kodi, Jellyfin and Emby put beside films, of a folder tree or an archive of one; each is a row. Every
/// film is owned.
/// </summary>
internal sealed class NfoFormat : IImportFormat
{
    private static readonly string[] Openings =
    [
        "<movie>",
        "<movie ",
        "<tvshow",
        "<episodedetails",
        "imdb.com/",
        "themoviedb.org/",
    ];

    public ImportSource Source => ImportSource.Nfo;

    public bool Recognises(ImportFiles files) => files.All.Any(file => IsNamed(file) && Fits(file)) || IsUnnamed(files);

    public void Read(ImportFiles files, ImportRows rows)
    {
        var library = new LibraryRows("The files'", rows);
        bool isUnnamed = IsUnnamed(files);
        int others = 0;
        foreach (ImportFile file in files.All)
        {
            if (isUnnamed || IsNamed(file))
            {
                NfoFilm.Add(library, file);
            }
            else
            {
                others++;
            }
        }

        library.Finish();
        if (others > 0)
        {
            rows.Note(FormattableString.Invariant($"Files that are no .nfo were passed over: {others}."));
        }
    }

    // In a folder of films nothing but the names is looked at: what else lies there may be large.
    private static bool IsNamed(ImportFile file) => file.Name.EndsWith(".nfo", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnnamed(ImportFiles files) =>
        files.All is [var only]
        && only.Opening.AsSpan().TrimStart().StartsWith("<")
        && only.Opening.Contains("<movie>", StringComparison.Ordinal);

    private static bool Fits(ImportFile file) =>
        Openings.Any(opening => file.Opening.Contains(opening, StringComparison.OrdinalIgnoreCase));
}
