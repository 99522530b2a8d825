namespace Matinee.Data.Raw;

/// <summary>Tag applications as read: columns, with every spelling stored once.</summary>
internal sealed class RawTags
{
    private readonly Dictionary<string, int> idBySpelling = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public RawTags() => lookup = idBySpelling.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Spellings in order of first appearance; <see cref="SpellingIds"/> index it.</summary>
    public List<string> Spellings { get; } = [];
    public List<int> UserIds { get; } = [];
    public List<int> MovieIds { get; } = [];
    public List<int> SpellingIds { get; } = [];
    public List<long> Timestamps { get; } = [];

    /// <summary>Applications without a text; they are counted and not kept.</summary>
    public int EmptyCount { get; private set; }

    public int Count => SpellingIds.Count;

    /// <summary>Adds a row of userId, movieId, tag and timestamp, unless one of the numbers is none.</summary>
    public void Add<TRow>(TRow row)
        where TRow : IRawRow, allows ref struct
    {
        if (row.TryId(0, out int user) && row.TryId(1, out int movie) && row.TryTimestamp(3, out long timestamp))
        {
            Add(user, movie, row.Text(2), timestamp);
        }
    }

    private void Add(int userId, int movieId, ReadOnlySpan<char> tag, long timestamp)
    {
        tag = tag.Trim();
        if (IsNull(tag))
        {
            EmptyCount++;
            return;
        }

        if (!lookup.TryGetValue(tag, out int spelling))
        {
            string text = SingleLine.Of(tag);
            if (text.Length == 0)
            {
                EmptyCount++;
                return;
            }

            spelling = Spellings.Count;
            Spellings.Add(text);
            idBySpelling.Add(tag.ToString(), spelling);
        }

        UserIds.Add(userId);
        MovieIds.Add(movieId);
        SpellingIds.Add(spelling);
        Timestamps.Add(timestamp);
    }

    // "null" and \N are how database exports write a missing text; as a movie's tag neither says anything.
    private static bool IsNull(ReadOnlySpan<char> tag) =>
        tag.IsEmpty || tag is @"\N" || tag.Equals("null", StringComparison.OrdinalIgnoreCase);
}
