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
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MatineeException($"{path} can't be read: {exception.Message} Check the path.", exception);
        }
    }
}
