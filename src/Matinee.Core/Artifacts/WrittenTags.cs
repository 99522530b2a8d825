using System.Collections;
using Matinee.Core.Catalog;

namespace Matinee.Core.Artifacts;

/// <summary>
/// A movie's tags as <see cref="CatalogFile"/> writes them, made into texts whenever they are asked for: most movies' never are, and
/// making a million of them would be the longest part of a server's start.
/// </summary>
/// <param name="json">Checked by <see cref="MovieLine"/>; between the brackets.</param>
internal sealed class WrittenTags(ReadOnlyMemory<byte> json, int count) : IReadOnlyList<MovieTag>
{
    public static WrittenTags None { get; } = new(default, 0);

    public int Count => count;

    public MovieTag this[int index] => Read()[index];

    public IEnumerator<MovieTag> GetEnumerator() => ((IEnumerable<MovieTag>)Read()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes past one tag.</summary>
    /// <param name="text">With its quotes and escapes.</param>
    public static bool Take(ref JsonCursor cursor, out ReadOnlySpan<byte> text, out int applications)
    {
        applications = 0;
        text = default;
        return cursor.Take("{\"text\":"u8)
            && cursor.TakeText(out text)
            && cursor.Take(",\"applications\":"u8)
            && cursor.TakeNumber(out applications)
            && cursor.Take("}"u8);
    }

    private MovieTag[] Read()
    {
        var cursor = new JsonCursor(json.Span);
        var tags = new MovieTag[count];
        for (int n = 0; n < tags.Length; n++)
        {
            Take(ref cursor, out ReadOnlySpan<byte> text, out int applications);
            cursor.Take(","u8);
            tags[n] = new MovieTag(MovieLine.TextOf(text), applications);
        }

        return tags;
    }
}
