using System.Text;
using System.Text.Json;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Core.Artifacts;

/// <summary>
/// Reads movies as <see cref="CatalogFile"/> writes them, without the serializer's tokens, genres shared and tags as <see cref="WrittenTags"/>. What is
/// written otherwise is left to the serializer, which also knows what is wrong with it. For one thread at a time.
/// </summary>
internal sealed class MovieLine(TextPool texts)
{
    // An array per movie would cost more than what stands in it.
    private const int ChunkBytes = 1 << 20;

    private readonly ByteTable<string[]> lists = new();
    private byte[] chunk = [];
    private int chunkFilled;

    /// <returns>Null where the line is not written so.</returns>
    public Movie? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var cursor = new JsonCursor(line);
            return Read(line, ref cursor);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private Movie? Read(ReadOnlySpan<byte> line, ref JsonCursor cursor)
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
            || TakeTags(line, ref cursor) is not { } tags
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
            Tags = tags,
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
    private WrittenTags? TakeTags(ReadOnlySpan<byte> line, ref JsonCursor cursor)
    {
        if (cursor.Take("]"u8))
        {
            return WrittenTags.None;
        }

        int start = line.Length - cursor.Remaining;
        int count = 0;
        do
        {
            if (!WrittenTags.Take(ref cursor, out ReadOnlySpan<byte> text, out _))
            {
                return null;
            }

            if (!IsPlain(text))
            {
                // For it to fail now, if it does.
                TextOf(text);
            }

            count++;
        } while (cursor.Take(","u8));

        ReadOnlySpan<byte> json = line[start..^cursor.Remaining];
        return cursor.Take("]"u8) ? new WrittenTags(Kept(json), count) : null;
    }

    private ReadOnlyMemory<byte> Kept(ReadOnlySpan<byte> json)
    {
        if (chunk.Length - chunkFilled < json.Length)
        {
            chunk = GC.AllocateUninitializedArray<byte>(Math.Max(ChunkBytes, json.Length));
            chunkFilled = 0;
        }

        Memory<byte> kept = chunk.AsMemory(chunkFilled, json.Length);
        json.CopyTo(kept.Span);
        chunkFilled += json.Length;
        return kept;
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
            genres.Add(texts.Share(TextOf(genre)));
        }

        string[] list = texts.Share(json, [.. genres]);
        lists.Add(json, list);
        return list;
    }

    /// <summary>What a string says.</summary>
    /// <param name="json">With its quotes and escapes.</param>
    /// <exception cref="JsonException">It is none.</exception>
    public static string TextOf(ReadOnlySpan<byte> json)
    {
        if (IsPlain(json))
        {
            return Encoding.ASCII.GetString(json[1..^1]);
        }

        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.GetString()!;
    }

    private static bool IsPlain(ReadOnlySpan<byte> json) =>
        !json.Contains((byte)'\\') && !json.ContainsAnyExceptInRange((byte)' ', (byte)'~');
}
