using System.Globalization;
using Matinee.Data;
using Matinee.Imports.Review;

namespace Matinee.Cli.Importing;

/// <summary>A film for <see cref="ReviewFile"/>: to be decided about, or decided.</summary>
/// <param name="Status">As the API has it: <c>ambiguous</c>, <c>unknown</c>, <c>left-out</c>, <c>matched</c>.</param>
/// <param name="By">What it was recognised by, as the API has it.</param>
/// <param name="Candidates">With their ids.</param>
internal sealed record ReviewFilm(
    string Key,
    string Title,
    int? Year,
    string Status,
    string? By,
    int? Movie,
    IEnumerable<string> Candidates
)
{
    public bool IsOpen => Status is "ambiguous" or "unknown";

    private bool IsDecided => By == "choice" || Status == "left-out";

    /// <summary>The open ones, ambiguous before unknown, and what was decided, so that the file may take the place of the one it came from.</summary>
    /// <returns>How many are open.</returns>
    public static int Write(string path, IEnumerable<ReviewFilm> films)
    {
        ReviewFilm[] listed =
        [
            .. films
                .Where(film => film.IsOpen || film.IsDecided)
                .OrderBy(film =>
                    film.IsDecided ? 2
                    : film.Status == "unknown" ? 1
                    : 0
                ),
        ];
        ImportOutputs.WriteLines(path, "film,title,year,movieId,candidates", listed.Select(film => film.Line()));
        return listed.Count(film => film.IsOpen);
    }

    private string Line()
    {
        string movie =
            Status == "left-out" ? ReviewFile.LeaveOut
            : By == "choice" ? Movie!.Value.ToString(CultureInfo.InvariantCulture)
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{CsvCell.Of(Key)},{CsvCell.Of(Title)},{Year},{movie},{CsvCell.Of(string.Join("; ", Candidates))}"
        );
    }
}
