using System.Text.Json;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Core.Artifacts;

/// <summary>
/// Reads movies as <see cref="CatalogFile"/> writes them, in a fifth of the serializer's time, genres and tags shared. What is
/// written otherwise is left to the serializer, which also knows what is wrong with it. For one thread at a time.
/// </summary>
internal sealed class MovieLine(TextPool texts)
{
    private readonly Dictionary<string, string> own = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly List<MovieTag> tags = [];
    private char[] text = new char[256];

    /// <returns>Null where the line is not written so.</returns>
    public Movie? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? Read(ref reader, line) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private Movie? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
    {
        int? id = null;
        string? title = null;
        int? year = null;
        string[]? genres = null;
        MovieTag[]? ownTags = null;
        string? imdb = null;
        int? tmdb = null;
        string? plot = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Next(ref reader, "id"u8))
            {
                id = reader.GetInt32();
            }
            else if (Next(ref reader, "title"u8))
            {
                title = reader.GetString();
            }
            else if (Next(ref reader, "year"u8))
            {
                year = reader.GetInt32();
            }
            else if (Next(ref reader, "genres"u8))
            {
                genres = Genres(ref reader, line);
            }
            else if (Next(ref reader, "tags"u8))
            {
                ownTags = Tags(ref reader);
            }
            else if (Next(ref reader, "imdbId"u8))
            {
                imdb = reader.GetString();
            }
            else if (Next(ref reader, "tmdbId"u8))
            {
                tmdb = reader.GetInt32();
            }
            else if (Next(ref reader, "plot"u8))
            {
                plot = reader.GetString();
            }
            else
            {
                return null;
            }
        }

        bool isWhole = reader.TokenType == JsonTokenType.EndObject && !reader.Read();
        return isWhole && id is { } number && title is not null && genres is not null && ownTags is not null
            ? new Movie
            {
                Id = new ItemId(number),
                Title = title,
                Year = year,
                Genres = genres,
                Tags = ownTags,
                ImdbId = imdb,
                TmdbId = tmdb,
                Plot = plot,
            }
            : null;
    }

    // Goes to the value where it is the one of that name.
    private static bool Next(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.ValueTextEquals(name) && reader.Read();

    private string[] Genres(ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        Utf8JsonReader again = reader;
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        ReadOnlySpan<byte> json = line[start..(int)reader.BytesConsumed];
        if (texts.ListOf(json) is { } known)
        {
            return known;
        }

        names.Clear();
        while (again.Read() && again.TokenType != JsonTokenType.EndArray)
        {
            names.Add(Text(ref again));
        }

        return texts.Share(json, [.. names]);
    }

    private MovieTag[] Tags(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        tags.Clear();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(ref reader, JsonTokenType.StartObject);
            string? name = null;
            int applications = 0;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (Next(ref reader, "text"u8))
                {
                    name = Text(ref reader);
                }
                else if (Next(ref reader, "applications"u8))
                {
                    applications = reader.GetInt32();
                }
                else
                {
                    throw Unexpected();
                }
            }

            tags.Add(new MovieTag(name ?? throw Unexpected(), applications));
        }

        return [.. tags];
    }

    private string Text(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String);
        if (reader.ValueSpan.Length > text.Length)
        {
            text = new char[2 * reader.ValueSpan.Length];
        }

        ReadOnlySpan<char> read = text.AsSpan(0, reader.CopyString(text));
        // A look into a table of one's own is quicker than into everyone's.
        var known = own.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(read, out string? shared))
        {
            shared = texts.Share(read);
            own.Add(shared, shared);
        }

        return shared;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type)
        {
            throw Unexpected();
        }
    }

    private static JsonException Unexpected() => new("It is not written as the catalogue's file is.");
}
