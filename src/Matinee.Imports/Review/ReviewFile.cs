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
        var file = new ImportFile(
            Path.GetFileName(path),
            count => content[..Math.Min(count ?? content.Length, content.Length)]
        );
        if (!file.Header.Has("film") || !file.Header.Has("movieid"))
        {
            throw new MatineeException(
                $"{path} has no columns 'film' and 'movieId'. Pass the file that --review wrote, with movieId filled in."
            );
        }

        var lines = new List<ReviewLine>();
        var rows = new ImportRows(file.Name, limits, cancellation);
        CsvTable.Read(
            file,
            rows,
            row =>
                lines.Add(
                    new ReviewLine(
                        row.Place.Row,
                        row["film"],
                        row["title"],
                        ImportNumbers.Year(row["year"]),
                        row["movieid"]
                    )
                )
        );
        return rows.ToFile(ImportSource.Matinee).Skipped is [var skipped, ..]
            ? throw new MatineeException(
                $"{path}, line {skipped.Place.Row}: {skipped.Reason} Mend the line, or delete it."
            )
            : lines;
    }
}
