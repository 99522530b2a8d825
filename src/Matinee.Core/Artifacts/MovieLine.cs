using System.Text;
using System.Text.Json;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Core.Artifacts;

/// <summary>
/// Reads movies as <see cref="CatalogFile"/> writes them, without the serializer's tokens, genres and tags shared. What is
/// written otherwise is left to the serializer, which also knows what is wrong with it. For one thread at a time.
/// </summary>
internal sealed class MovieLine(TextPool texts)
{
    private readonly ByteTable<string> words = new();
    private readonly ByteTable<string[]> lists = new();
    private readonly List<MovieTag> tags = [];

    /// <returns>Null where the line is not written so.</returns>
    public Movie? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var cursor = new JsonCursor(line);
            return Read(ref cursor);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private Movie? Read(ref JsonCursor cursor)
    {
        int? year = null;
        int? tmdb = null;
        string? imdb = null;
        string? plot = null;
        if (
            !cursor.Take("{\"id\":"u8)
            || !cursor.TakeNumber(out int id)
            || !cursor.Take(",\"title\":"u8)
            || !cursor.TakeText(out ReadOnlySpan<byte> title)
            || !TakeNumber(ref cursor, ",\"year\":"u8, ref year)
            || !cursor.Take(",\"genres\":"u8)
            || !cursor.TakeTexts(out ReadOnlySpan<byte> genres)
            || !cursor.Take(",\"tags\":["u8)
            || TakeTags(ref cursor) is not { } ownTags
            || !TakeText(ref cursor, ",\"imdbId\":"u8, ref imdb)
            || !TakeNumber(ref cursor, ",\"tmdbId\":"u8, ref tmdb)
            || !TakeText(ref cursor, ",\"plot\":"u8, ref plot)
            || !cursor.Take("}"u8)
            || !cursor.IsAtEnd
        )
        {
            return null;
        }

        return new Movie
        {
            Id = new ItemId(id),
            Title = TextOf(title),
            Year = year,
            Genres = Genres(genres),
            Tags = ownTags,
            ImdbId = imdb,
            TmdbId = tmdb,
            Plot = plot,
        };
    }

    // What is not there is right too.
    private static bool TakeNumber(ref JsonCursor cursor, ReadOnlySpan<byte> name, ref int? number)
    {
        if (!cursor.Take(name))
        {
            return true;
        }

        bool isNumber = cursor.TakeNumber(out int value);
        number = value;
        return isNumber;
    }

    private static bool TakeText(ref JsonCursor cursor, ReadOnlySpan<byte> name, ref string? text)
    {
        if (!cursor.Take(name))
        {
            return true;
        }

        bool isText = cursor.TakeText(out ReadOnlySpan<byte> json);
        text = isText ? TextOf(json) : null;
        return isText;
    }

    // Behind the bracket, up to the one that closes.
    private MovieTag[]? TakeTags(ref JsonCursor cursor)
    {
        if (cursor.Take("]"u8))
        {
            return [];
        }

        tags.Clear();
        do
        {
            if (
                !cursor.Take("{\"text\":"u8)
                || !cursor.TakeText(out ReadOnlySpan<byte> text)
                || !cursor.Take(",\"applications\":"u8)
                || !cursor.TakeNumber(out int applications)
                || !cursor.Take("}"u8)
            )
            {
                return null;
            }

            tags.Add(new MovieTag(Shared(text), applications));
        } while (cursor.Take(","u8));

        return cursor.Take("]"u8) ? [.. tags] : null;
    }

    private string[] Genres(ReadOnlySpan<byte> json)
    {
        if (lists.Find(json) is { } known)
        {
            return known;
        }

        var cursor = new JsonCursor(json);
        var genres = new List<string>();
        while (cursor.Take(genres.Count == 0 ? "["u8 : ","u8) && cursor.TakeText(out ReadOnlySpan<byte> genre))
        {
            genres.Add(Shared(genre));
        }

        string[] list = texts.Share(json, [.. genres]);
        lists.Add(json, list);
        return list;
    }

    private string Shared(ReadOnlySpan<byte> json)
    {
        // A look into a table of one's own is quicker than into everyone's.
        if (words.Find(json) is { } known)
        {
            return known;
        }

        string shared = texts.Share(TextOf(json));
        words.Add(json, shared);
        return shared;
    }

    private static string TextOf(ReadOnlySpan<byte> json)
    {
        ReadOnlySpan<byte> inner = json[1..^1];
        if (!inner.Contains((byte)'\\') && !inner.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            return Encoding.ASCII.GetString(inner);
        }

        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.GetString()!;
    }
}
