using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Matinee.Core.Catalog;

namespace Matinee.Core.Artifacts;

/// <summary>A catalogue as <c>catalog.jsonl</c>: one movie per line, line n is item index n.</summary>
public static class CatalogFile
{
    public static void Write(string path, MovieCatalog catalog)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        foreach (Movie movie in catalog.Movies)
        {
            JsonSerializer.Serialize(stream, movie, CatalogJson.Default.Movie);
            stream.WriteByte((byte)'\n');
        }
    }

    public static MovieCatalog Read(string path, int rankedCount)
    {
        using var lines = new FileLines(path);
        var movies = new List<Movie>();
        var texts = new TextPool();
        // What one has learned of genres and tags helps with the next piece.
        var readers = new ConcurrentBag<MovieLine>();
        while (lines.Next())
        {
            movies.AddRange(Parse(lines, texts, readers, path, movies.Count));
        }

        return new MovieCatalog(movies, rankedCount);
    }

    private static Movie[] Parse(
        FileLines lines,
        TextPool texts,
        ConcurrentBag<MovieLine> readers,
        string path,
        int before
    )
    {
        var movies = new Movie[lines.Count];
        try
        {
            Parallel.For(
                0,
                movies.Length,
                () => readers.TryTake(out MovieLine? reader) ? reader : new MovieLine(texts),
                (n, _, reader) =>
                {
                    movies[n] = reader.Read(lines[n]) ?? Parse(lines[n], path, before + n + 1);
                    return reader;
                },
                readers.Add
            );
        }
        catch (AggregateException)
        {
            // Again in order, for the first that is at fault.
            for (int n = 0; n < movies.Length; n++)
            {
                movies[n] = Parse(lines[n], path, before + n + 1);
            }
        }

        return movies;
    }

    internal static Movie Parse(ReadOnlySpan<byte> line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CatalogJson.Default.Movie)
                ?? throw new JsonException("It is null.");
        }
        catch (JsonException exception)
        {
            throw new MatineeException(
                $"{path}, line {number} is not a movie: {exception.Message} Train the model again, or restore the file.",
                exception
            );
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(Movie))]
internal sealed partial class CatalogJson : JsonSerializerContext;
