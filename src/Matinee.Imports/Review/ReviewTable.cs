using Matinee.Imports.Reading;

namespace Matinee.Imports.Review;

/// <summary>A review as one more table that is read as exports are.</summary>
internal sealed class ReviewTable : IImportFormat
{
    private readonly List<ReviewLine> lines = [];

    public IReadOnlyList<ReviewLine> Lines => lines;

    public ImportSource Source => ImportSource.Matinee;

    public bool Recognises(ImportFiles files) =>
        files.All is [var file] && file.Header.Has("film") && file.Header.Has("movieid");

    public void Read(ImportFiles files, ImportRows rows) =>
        CsvTable.Read(
            files.All[0],
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
}
