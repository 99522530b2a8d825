using System.Globalization;
using System.Text;
using Matinee.Core;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Data;
using Matinee.Imports.Exports;
using Matinee.Imports.Matching;

namespace Matinee.Cli.Importing;

/// <summary>What an import is written to.</summary>
internal static class ImportOutputs
{
    /// <summary>The format of its own that <c>recommend --ratings</c> reads.</summary>
    public const string RatingsFormat = "ratings";

    /// <param name="format"><see cref="RatingsFormat"/>, or one of the export's.</param>
    /// <returns>How many ratings the format could not name.</returns>
    public static int WriteRatings(string path, string format, ImportPlan plan, MovieCatalog catalog)
    {
        if (format == RatingsFormat)
        {
            WriteLines(
                path,
                "movieId,rating,timestamp,title",
                plan.Ratings.Select(rating =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{catalog[rating.Item].Id},{rating.Stars:0.0},{rating.Time},{CsvCell.Of(catalog[rating.Item].Title)}"
                    )
                )
            );
            return 0;
        }

        ExportedFilm[] films =
        [
            .. plan.Ratings.Select(rating => ExportedFilm.Of(catalog[rating.Item], rating.Stars, rating.Time)),
        ];
        int leftOut = 0;
        Write(path, stream => leftOut = FilmExport.Write(stream, ExportFormats.Parse(format), films));
        return leftOut;
    }

    /// <summary>Movies as <c>--exclude-file</c> and <c>--only-file</c> read them.</summary>
    /// <returns>How many.</returns>
    public static int WriteMovies(string path, IEnumerable<ItemIndex> items, MovieCatalog catalog)
    {
        Movie[] movies = [.. items.Distinct().OrderBy(item => item.Value).Select(item => catalog[item])];
        WriteLines(path, "movieId,title", movies.Select(movie => $"{movie.Id},{CsvCell.Of(movie.Title)}"));
        return movies.Length;
    }

    /// <exception cref="MatineeException">It can't be written.</exception>
    public static void WriteLines(string path, string header, IEnumerable<string> lines) =>
        Write(
            path,
            stream =>
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true)
                {
                    NewLine = "\n",
                };
                writer.WriteLine(header);
                foreach (string line in lines)
                {
                    writer.WriteLine(line);
                }
            }
        );

    // Whole or not at all.
    private static void Write(string path, Action<Stream> write)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            using (FileStream stream = File.Create(temporary))
            {
                write(stream);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MatineeException(
                $"{path} can't be written: {exception.Message} Choose another place.",
                exception
            );
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
