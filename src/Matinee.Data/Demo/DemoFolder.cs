using System.Globalization;
using Matinee.Data.Simulation;

namespace Matinee.Data.Demo;

/// <summary>
/// Demo data on disk: the CSV layout of MovieLens, and <c>simulated.json</c>, which marks the folder as simulated for
/// whatever reads it later.
/// </summary>
public static class DemoFolder
{
    private const string Generator = "matinee demo";
    private const int Version = 1;
    private static readonly SimulatedFolder Rules = new("demo", Generator);

    /// <summary>Throws unless <paramref name="folder"/> is new, empty, or holds nothing but earlier demo data.</summary>
    public static void EnsureReplaceable(string folder) => Rules.EnsureReplaceable(folder);

    /// <summary>Writes beside <paramref name="folder"/>, then puts the result in its place in one step.</summary>
    public static void Write(DemoData data, string folder, CancellationToken cancellation = default) =>
        Rules.Write(folder, fresh => WriteFiles(data, fresh, cancellation));

    private static void WriteFiles(DemoData data, string folder, CancellationToken cancellation)
    {
        WriteLines(folder, "movies.csv", "movieId,title,genres", data.Movies.Select(MovieLine), cancellation);
        WriteLines(
            folder,
            "ratings.csv",
            "userId,movieId,rating,timestamp",
            data.Ratings.Select(RatingLine),
            cancellation
        );
        WriteLines(
            folder,
            "tags.csv",
            "userId,movieId,tag,timestamp",
            data.TagApplications.Select(TagLine),
            cancellation
        );
        // Columns without values: the catalogue names no external ids, and readers expect the file.
        WriteLines(folder, "links.csv", "movieId,imdbId,tmdbId", data.Movies.Select(LinkLine), cancellation);
        new SimulatedMarker(
            Simulated: true,
            Generator,
            Version,
            data.Options.Users,
            Movies: null,
            data.Options.Ratings,
            TagApplications: null,
            data.Options.Seed,
            "The films are real; the users, ratings and tag applications are simulated. Good for trying things out, "
                + "not for conclusions about people or films."
        ).WriteTo(folder);
    }

    private static string MovieLine(DemoMovie movie) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{movie.Id},{CsvCell.Of(movie.Title)},{string.Join('|', movie.Genres)}"
        );

    private static string RatingLine(DemoRating rating) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{rating.UserId},{rating.MovieId},{rating.Stars:0.0},{rating.Timestamp}"
        );

    private static string TagLine(DemoTagApplication tag) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{tag.UserId},{tag.MovieId},{CsvCell.Of(tag.Tag)},{tag.Timestamp}"
        );

    private static string LinkLine(DemoMovie movie) => string.Create(CultureInfo.InvariantCulture, $"{movie.Id},,");

    private static void WriteLines(
        string folder,
        string name,
        string header,
        IEnumerable<string> lines,
        CancellationToken cancellation
    )
    {
        using var writer = new StreamWriter(Path.Combine(folder, name)) { NewLine = "\n" };
        writer.WriteLine(header);
        foreach (string line in lines)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.WriteLine(line);
        }
    }
}
