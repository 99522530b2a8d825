using System.Globalization;
using Matinee.Core.Catalog;

namespace Matinee.Data.Raw;

/// <summary>
/// Plots, which no MovieLens set has: whoever has them puts them beside the files of any layout as <c>plots.csv</c>.
/// </summary>
internal static class RawPlots
{
    private const string FileName = "plots.csv";

    /// <summary>The movies with their plots where there are some; a plot of another movie is passed over.</summary>
    public static List<Movie> AddTo(List<Movie> movies, RawFiles files, RawReading reading)
    {
        if (files.Find(FileName) is not { } file)
        {
            return movies;
        }

        var plots = new Dictionary<int, string>();
        CsvTable.Read(
            file,
            ["movieId", "plot"],
            reading,
            row =>
            {
                if (row.TryId(0, out int id) && !plots.TryAdd(id, SingleLine.Of(row.Text(1))))
                {
                    row.Fail(0, id.ToString(CultureInfo.InvariantCulture), "stands twice");
                }
            }
        );
        return
        [
            .. movies.Select(movie =>
                plots.TryGetValue(movie.Id.Value, out string? plot) && plot.Length > 0
                    ? movie with
                    {
                        Plot = plot,
                    }
                    : movie
            ),
        ];
    }
}
