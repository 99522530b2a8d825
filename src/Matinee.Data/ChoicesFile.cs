using Matinee.Core.Catalog;
using Matinee.Data.Raw;

namespace Matinee.Data;

/// <summary>Which movies films of an import are, as a CSV with the columns <c>film</c> and <c>movieId</c> below a header.</summary>
public static class ChoicesFile
{
    /// <summary>In place of a movie: the film is left out.</summary>
    public const string LeaveOut = "-";

    private static readonly string[] Columns = ["film", "movieId"];

    /// <returns>Item indices by film; null: left out. Films with an empty <c>movieId</c> are not there.</returns>
    /// <exception cref="MatineeException">There is no such file, column or movie.</exception>
    public static Dictionary<string, int?> Read(string path, MovieCatalog catalog)
    {
        var choices = new Dictionary<string, int?>();
        var numbers = new MovieNumbers(catalog.Movies);
        CsvTable.Read(
            RawFile.At(path),
            Columns,
            RawReading.OfOwnFiles(),
            row =>
            {
                ReadOnlySpan<char> movie = row.Text(1).Trim();
                if (movie.SequenceEqual(LeaveOut))
                {
                    choices[row.Text(0).Trim().ToString()] = null;
                }
                else if (!movie.IsEmpty)
                {
                    if (
                        MovieReference.TryParse(movie.ToString(), out MovieReference reference)
                        && numbers.TryFind(reference, out int item)
                    )
                    {
                        choices[row.Text(0).Trim().ToString()] = item;
                    }
                    else
                    {
                        row.Fail(1, movie, $"is no movie of the catalogue, nor {LeaveOut} to leave the film out");
                    }
                }
            }
        );
        return choices;
    }
}
