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
        byte[] bytes = File.ReadAllBytes(path);
        var movies = new List<Movie>();
        int start = 0;
        while (start < bytes.Length)
        {
            int length = bytes.AsSpan(start).IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = bytes.AsSpan(start, length < 0 ? bytes.Length - start : length);
            movies.Add(Parse(line, path, movies.Count + 1));
            start += line.Length + 1;
        }

        return new MovieCatalog(movies, rankedCount);
    }

    private static Movie Parse(ReadOnlySpan<byte> line, string path, int number)
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
