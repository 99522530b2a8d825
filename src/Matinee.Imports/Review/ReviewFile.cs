using Matinee.Core;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Review;

/// <summary>
/// Decisions about the films of an import as a table that people fill in: the columns <c>film</c> and <c>movieId</c>, and <c>title</c> and
/// <c>year</c>, by which a film is found again in a later export. Spreadsheets may have saved it their way.
/// </summary>
public static class ReviewFile
{
    /// <summary>In place of a movie: the film is left out.</summary>
    public const string LeaveOut = "-";

    /// <exception cref="MatineeException">There is no such file, or it is no review.</exception>
    public static IReadOnlyList<ReviewLine> Read(string path, CancellationToken cancellation = default)
    {
        var limits = new ImportLimits();
        ReadOnlyMemory<byte> content = ImportFolder.ReadFile(path, limits);
        string name = Path.GetFileName(path);
        var files = new ImportFiles(
            name,
            [new ImportFile(name, count => content[..Math.Min(count ?? content.Length, content.Length)])]
        );
        var table = new ReviewTable();
        if (!table.Recognises(files))
        {
            throw new MatineeException(
                $"{path} has no columns 'film' and 'movieId'. Pass the file that --review wrote, with movieId filled in."
            );
        }

        var rows = new ImportRows(name, table, limits, cancellation);
        table.Read(files, rows);
        return rows.ToFile().Skipped is [var skipped, ..]
            ? throw new MatineeException(
                $"{path}, line {skipped.Place.Row}: {skipped.Reason} Mend the line, or delete it."
            )
            : table.Lines;
    }
}
