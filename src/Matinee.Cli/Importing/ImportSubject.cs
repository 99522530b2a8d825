using Matinee.Core;
using Matinee.Imports;
using Matinee.Imports.Reading;

namespace Matinee.Cli.Importing;

/// <summary>What is imported: a file or folder here, or a document that a server gave.</summary>
/// <param name="Name">For people.</param>
/// <param name="Read">Its rows.</param>
/// <param name="Content">Its bytes, to be sent on.</param>
internal sealed record ImportSubject(
    string Name,
    Func<CancellationToken, ImportedFile> Read,
    Func<ReadOnlyMemory<byte>> Content
)
{
    public static ImportSubject At(string path) =>
        new(
            Path.GetFileName(Path.TrimEndingDirectorySeparator(path)),
            cancellation => ImportReader.ReadPath(path, cancellation: cancellation),
            () => Bytes(path)
        );

    public static MatineeException Empty(string name) =>
        new($"{name} has no rows: there is nothing to import. Is it the whole file?");

    private static ReadOnlyMemory<byte> Bytes(string path)
    {
        if (Directory.Exists(path))
        {
            throw new MatineeException(
                $"{path} is a folder; a server takes one file. Pack it into a ZIP and pass that."
            );
        }

        try
        {
            long most = new ImportLimits().FileBytes;
            return new FileInfo(path) is { Exists: true } file && file.Length > most
                ? throw new MatineeException(
                    $"{path} has {file.Length >> 20} MiB; a server takes {most >> 20}, which exports of ratings do not reach. Is it the right file?"
                )
                : File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MatineeException($"{path} can't be read: {exception.Message} Check the path.", exception);
        }
    }
}
