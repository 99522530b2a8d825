using Matinee.Core;
using Matinee.Imports.Exports;
using Matinee.Imports.Imdb;
using Matinee.Imports.Jellyfin;
using Matinee.Imports.Letterboxd;
using Matinee.Imports.MovieLens;
using Matinee.Imports.Nfo;
using Matinee.Imports.Plex;
using Matinee.Imports.Tmdb;
using Matinee.Imports.Trakt;

namespace Matinee.Imports.Reading;

/// <summary>
/// Reads what people export elsewhere. The format is recognised by what is inside, never by a name's ending, and
/// everything is read in memory: nothing is unpacked to the disk.
/// </summary>
public static class ImportReader
{
    /// <summary>The first that recognises the files reads them. Letterboxd's own import format asks for the least, so it comes last; a folder of films is told by its files' names alone, so that comes first; IMDb's list may be any line with an address of a film, so what has marks of its own comes before.</summary>
    internal static IReadOnlyList<IImportFormat> Formats { get; } =
    [
        new NfoFormat(),
        new MatineeFormat(),
        new JellyfinFormat(),
        new TraktFormat(),
        new PlexFormat(),
        new ImdbFormat(),
        new TmdbFormat(),
        new MovieLensFormat(),
        new LetterboxdFormat(),
    ];

    /// <summary>An uploaded file: one of an export's files, or its zip archive.</summary>
    /// <param name="name">The file's name, for messages; where files of one source look alike it tells which it is.</param>
    /// <exception cref="MatineeException">Not recognised, damaged, or larger than the limits.</exception>
    public static ImportedFile Read(
        string name,
        ReadOnlyMemory<byte> content,
        ImportLimits? limits = null,
        CancellationToken cancellation = default
    )
    {
        limits ??= new ImportLimits();
        ImportBudget.CheckFile(name, content.Length, limits);
        name = FileName(name);
        return Read(
            ImportArchive.IsZip(content.Span)
                ? ImportArchive.Open(name, content, limits, cancellation)
                : new ImportFiles(
                    name,
                    [new ImportFile(name, count => content[..Math.Min(count ?? content.Length, content.Length)])]
                ),
            limits,
            cancellation
        );
    }

    /// <summary>A file or a folder, such as an unpacked export.</summary>
    /// <exception cref="MatineeException">Not there, not recognised, damaged, or larger than the limits.</exception>
    public static ImportedFile ReadPath(
        string path,
        ImportLimits? limits = null,
        CancellationToken cancellation = default
    )
    {
        limits ??= new ImportLimits();
        return Directory.Exists(path)
            ? Read(ImportFolder.Open(path, limits, cancellation), limits, cancellation)
            : Read(path, ImportFolder.ReadFile(path, limits), limits, cancellation);
    }

    private static ImportedFile Read(ImportFiles files, ImportLimits limits, CancellationToken cancellation)
    {
        IImportFormat format =
            Formats.FirstOrDefault(format => format.Recognises(files)) ?? throw UnknownFormat.Error(files);
        var rows = new ImportRows(files.Name, format, limits, cancellation);
        foreach (string note in files.Notes)
        {
            rows.Note(note);
        }

        format.Read(files, rows);
        return rows.ToFile();
    }

    // Browsers send a bare name; anything else is no one's business.
    private static string FileName(string name)
    {
        string bare = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        bare = string.Concat(bare.Where(letter => !char.IsControl(letter))).Trim();
        return bare.Length == 0 ? "file" : Excerpt.Of(bare);
    }
}
