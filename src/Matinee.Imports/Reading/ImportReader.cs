using System.Globalization;
using Matinee.Core;

namespace Matinee.Imports.Reading;

/// <summary>
/// Reads exports of other sites and servers. What a file is, is told by what is in it. Everything is read in memory: nothing is written anywhere.
/// </summary>
public static class ImportReader
{
    private static readonly IImportFormat[] Formats = [];

    /// <param name="name">For people, and for places in a file that is no archive; folders are cut off.</param>
    /// <exception cref="MatineeException">It is nothing that can be imported, or too large.</exception>
    public static ImportedFile Read(
        string name,
        ReadOnlyMemory<byte> content,
        ImportLimits? limits = null,
        CancellationToken cancellation = default
    )
    {
        limits ??= ImportLimits.Default;
        if (content.Length > limits.FileBytes)
        {
            throw TooLarge(name, limits);
        }

        IReadOnlyList<ImportEntry> entries = ZipEntries.IsZip(content.Span)
            ? ZipEntries.Of(content, limits)
            : [new ImportEntry(FileNameOf(name), content.ToArray)];
        return Read(name, entries, limits, cancellation);
    }

    /// <param name="path">A file, or a folder of files.</param>
    /// <exception cref="MatineeException">There is nothing, or nothing that can be imported.</exception>
    public static ImportedFile ReadPath(
        string path,
        ImportLimits? limits = null,
        CancellationToken cancellation = default
    )
    {
        limits ??= ImportLimits.Default;
        if (Directory.Exists(path))
        {
            return Read(path, FolderEntries.Of(path, limits), limits, cancellation);
        }

        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new MatineeException($"There is no file {path}. Check the path.");
        }

        return file.Length > limits.FileBytes
            ? throw TooLarge(path, limits)
            : Read(file.Name, FolderEntries.Read(path, new UnpackedBudget(limits)), limits, cancellation);
    }

    private static ImportedFile Read(
        string name,
        IReadOnlyList<ImportEntry> entries,
        ImportLimits limits,
        CancellationToken cancellation
    )
    {
        foreach (IImportFormat format in Formats)
        {
            cancellation.ThrowIfCancellationRequested();
            if (format.Recognises(entries))
            {
                return format.Read(entries, limits, cancellation);
            }
        }

        throw Unrecognised.Of(name, entries);
    }

    // Browsers and scripts may send a path.
    private static string FileNameOf(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..];

    private static MatineeException TooLarge(string name, ImportLimits limits) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name} is larger than {limits.FileBytes >> 20} MiB, which no export of ratings is. Is it the right file?"
            )
        );
}
