using System.Globalization;
using System.Text.Json;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Data.Raw;
using Matinee.Data.Simulation;

namespace Matinee.Data.Export;

/// <summary>
/// A folder that <c>preprocess</c> reads like a MovieLens data set: <c>ratings.csv</c>, <c>movies.csv</c>,
/// <c>tags.csv</c>, <c>links.csv</c>, <c>plots.csv</c>, and a marker by which Matinee knows that it may replace it.
/// </summary>
public static class MovieLensFolder
{
    private const string Marker = "export.json";
    private const string Plots = "plots.csv";

    private static FolderKind Kind { get; } =
        new(IsExport, ["ratings.csv", "movies.csv", "tags.csv", "links.csv", Plots, SimulatedMarker.FileName, Marker]);

    /// <exception cref="MatineeException">The folder holds something that would be lost.</exception>
    public static void EnsureReplaceable(string folder) => AtomicFolder.RefuseForeign(folder, Kind);

    /// <summary>Writes the folder whole or not at all.</summary>
    public static MovieLensCounts Write(
        string folder,
        MovieLensContent content,
        CancellationToken cancellation = default
    )
    {
        MovieLensCounts? counts = null;
        AtomicFolder.Write(
            folder,
            Kind,
            fresh =>
            {
                counts = WriteRatings(fresh, content, out int largestUser, cancellation);
                WriteMovies(fresh, content.Movies, cancellation);
                WriteTags(fresh, content.Movies, largestUser, cancellation);
                WriteMarkers(fresh, content, counts);
            }
        );
        return counts!;
    }

    private static MovieLensCounts WriteRatings(
        string folder,
        MovieLensContent content,
        out int largestUser,
        CancellationToken cancellation
    )
    {
        HashSet<int> movies = [.. content.Movies.Select(movie => movie.Id.Value)];
        HashSet<int> users = [];
        long written = 0;
        long unknown = 0;
        largestUser = 0;
        using StreamWriter file = Open(folder, "ratings.csv", "userId,movieId,rating,timestamp");
        foreach (MovieLensRating rating in content.Ratings)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!movies.Contains(rating.MovieId))
            {
                unknown++;
                continue;
            }

            file.WriteLine(Line($"{rating.UserId},{rating.MovieId},{rating.Stars:0.0},{rating.Timestamp}"));
            largestUser = Math.Max(largestUser, rating.UserId);
            users.Add(rating.UserId);
            written++;
        }

        return new MovieLensCounts(users.Count, content.Movies.Count, written, unknown);
    }

    private static void WriteMovies(string folder, IReadOnlyList<Movie> movies, CancellationToken cancellation)
    {
        using StreamWriter file = Open(folder, "movies.csv", "movieId,title,genres");
        using StreamWriter links = Open(folder, "links.csv", "movieId,imdbId,tmdbId");
        foreach (Movie movie in movies)
        {
            cancellation.ThrowIfCancellationRequested();
            file.WriteLine(Line($"{movie.Id},{CsvCell.Of(Title(movie))},{CsvCell.Of(Genres(movie))}"));
            links.WriteLine(Line($"{movie.Id},{movie.ImdbId},{movie.TmdbId}"));
        }

        Movie[] described = [.. movies.Where(movie => !string.IsNullOrWhiteSpace(movie.Plot))];
        if (described.Length > 0)
        {
            using StreamWriter plots = Open(folder, Plots, "movieId,plot");
            Array.ForEach(described, movie => plots.WriteLine($"{movie.Id},{CsvCell.Of(SingleLine.Of(movie.Plot))}"));
        }
    }

    /// <summary>A line per application, by people who rated nothing: who they really were is not in a model.</summary>
    private static void WriteTags(
        string folder,
        IReadOnlyList<Movie> movies,
        int largestUser,
        CancellationToken cancellation
    )
    {
        using StreamWriter file = Open(folder, "tags.csv", "userId,movieId,tag,timestamp");
        foreach (Movie movie in movies)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (MovieTag tag in movie.Tags)
            {
                string text = CsvCell.Of(SingleLine.Of(tag.Text));
                for (int n = 1; n <= tag.Applications; n++)
                {
                    file.WriteLine(Line($"{largestUser + n},{movie.Id},{text},0"));
                }
            }
        }
    }

    private static void WriteMarkers(string folder, MovieLensContent content, MovieLensCounts counts)
    {
        WriteJson(
            Path.Combine(folder, Marker),
            new Dictionary<string, object>
            {
                ["generator"] = "matinee export-ratings",
                ["users"] = counts.Users,
                ["movies"] = counts.Movies,
                ["ratings"] = counts.Ratings,
            }
        );
        if (content.Simulated)
        {
            WriteJson(
                Path.Combine(folder, SimulatedMarker.FileName),
                new Dictionary<string, object> { ["simulated"] = true, ["generator"] = "matinee export-ratings" }
            );
        }
    }

    private static void WriteJson(string path, Dictionary<string, object> values) =>
        File.WriteAllText(path, JsonSerializer.Serialize(values) + "\n");

    private static bool IsExport(string folder)
    {
        string path = Path.Combine(folder, Marker);
        return File.Exists(path) && File.ReadAllText(path).Contains("matinee export-ratings", StringComparison.Ordinal);
    }

    private static string Title(Movie movie)
    {
        string title = SingleLine.Of(movie.Title);
        title = title.Length == 0 ? Line($"Movie {movie.Id}") : title;
        return movie.Year is { } year && MovieTitle.Year(title) is null ? Line($"{title} ({year})") : title;
    }

    private static string Genres(Movie movie) =>
        movie.Genres.Count == 0
            ? "(no genres listed)"
            : string.Join('|', movie.Genres.Select(genre => SingleLine.Of(genre).Replace('|', '/')));

    private static StreamWriter Open(string folder, string name, string header)
    {
        StreamWriter file = new(Path.Combine(folder, name)) { NewLine = "\n" };
        file.WriteLine(header);
        return file;
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
