using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Matinee.Data.Demo;

/// <summary>
/// Demo data on disk: the CSV layout of MovieLens, and <c>simulated.json</c>, which marks the folder as simulated for
/// whatever reads it later.
/// </summary>
public static class DemoFolder
{
    public const string MarkerFile = "simulated.json";
    private const string Generator = "matinee demo";
    private const int Version = 1;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
    };
    private static readonly string[] FileNames = ["movies.csv", "ratings.csv", "tags.csv", "links.csv", MarkerFile];
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\n\r");

    /// <summary>Throws unless <paramref name="folder"/> is new, empty, or holds nothing but earlier demo data.</summary>
    public static void EnsureReplaceable(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new MatineeException("The output folder has no name. Pass one with --output-dir.");
        }

        if (File.Exists(folder))
        {
            throw new MatineeException($"'{folder}' is a file. Pass a folder with --output-dir.");
        }

        if (!Directory.Exists(folder))
        {
            return;
        }

        string[] present = [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry))];
        if (present.Length == 0)
        {
            return;
        }

        if (!HoldsDemoData(folder))
        {
            throw new MatineeException(
                $"'{folder}' is not empty and holds no demo data, so it stays as it is. "
                    + "Pass another folder with --output-dir, or empty this one."
            );
        }

        if (present.Except(FileNames).FirstOrDefault() is { } foreign)
        {
            throw new MatineeException(
                $"'{folder}' holds demo data and also '{foreign}', which would be lost. "
                    + "Move it away, or pass another folder with --output-dir."
            );
        }
    }

    /// <summary>Writes beside <paramref name="folder"/>, then puts the result in its place in one step.</summary>
    public static void Write(DemoData data, string folder, CancellationToken cancellation = default)
    {
        EnsureReplaceable(folder);
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string fresh = $"{target}.writing-{Environment.ProcessId}";
        string old = $"{target}.replaced-{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(fresh);
            WriteFiles(data, fresh, cancellation);
            if (Directory.Exists(target))
            {
                Directory.Move(target, old);
            }

            Directory.Move(fresh, target);
        }
        catch when (Directory.Exists(old) && !Directory.Exists(target))
        {
            Directory.Move(old, target);
            throw;
        }
        finally
        {
            DeleteIfThere(fresh);
            DeleteIfThere(old);
        }
    }

    private static bool HoldsDemoData(string folder)
    {
        string marker = Path.Combine(folder, MarkerFile);
        if (!File.Exists(marker))
        {
            return false;
        }

        try
        {
            return JsonSerializer.Deserialize<SimulatedMarker>(File.ReadAllText(marker), Json)
                is { Simulated: true, Generator: Generator };
        }
        catch (JsonException)
        {
            return false;
        }
    }

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
        var marker = new SimulatedMarker(
            Simulated: true,
            Generator,
            Version,
            data.Options.Users,
            data.Options.Ratings,
            data.Options.Seed,
            "The films are real; the users, ratings and tag applications are simulated. Good for trying things out, "
                + "not for conclusions about people or films."
        );
        File.WriteAllText(Path.Combine(folder, MarkerFile), JsonSerializer.Serialize(marker, Json) + "\n");
    }

    private static string MovieLine(DemoMovie movie) =>
        string.Create(CultureInfo.InvariantCulture, $"{movie.Id},{Cell(movie.Title)},{string.Join('|', movie.Genres)}");

    private static string RatingLine(DemoRating rating) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{rating.UserId},{rating.MovieId},{rating.Stars:0.0},{rating.Timestamp}"
        );

    private static string TagLine(DemoTagApplication tag) =>
        string.Create(CultureInfo.InvariantCulture, $"{tag.UserId},{tag.MovieId},{Cell(tag.Tag)},{tag.Timestamp}");

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

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed record SimulatedMarker(
        bool Simulated,
        string Generator,
        int Version,
        int Users,
        int Ratings,
        long Seed,
        string Note
    );
}
