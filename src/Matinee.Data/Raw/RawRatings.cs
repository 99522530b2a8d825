namespace Matinee.Data.Raw;

/// <summary>
/// Ratings files of every layout. A given part of a split need not be in the layout's own format, so the first line
/// tells: CSV has a header, the others a separator.
/// </summary>
internal static class RawRatings
{
    public const string Comma = ",";
    public const string Tab = "\t";
    public const string Colons = "::";

    // A short row is "1,1,4.0,964982703": reserving by it costs little memory and saves every copy.
    private const int TypicalRowBytes = 21;
    private const int FirstLineLength = 4096;
    private const int LeastBlockBytes = 4096;
    private static readonly string[] Columns = ["userId", "movieId", "rating", "timestamp"];

    /// <param name="own">The layout's separator, which also reads a file whose first line tells nothing.</param>
    public static void Read(RawFile file, string own, SplitPart part, RatingTable ratings, RawReading reading)
    {
        ratings.Reserve(ratings.Count + file.Length / TypicalRowBytes);
        string separator = Separator(FirstLine(file), own);
        if (separator == Comma)
        {
            int blockBytes = (int)Math.Clamp(file.Length + 1, LeastBlockBytes, CsvRatings.BlockBytes);
            reading.Read(
                file,
                stream => CsvRatings.Read(stream, file.Name, Columns, part, ratings, reading, blockBytes)
            );
        }
        else
        {
            var format = new PlainFormat(separator, Columns) { HasText = false };
            PlainTable.Read(file, format, reading, row => Add(row, part, ratings));
        }
    }

    /// <summary>Appends a row of user id, movie id, rating and timestamp, unless one of them is none.</summary>
    public static void Add<TRow>(TRow row, SplitPart part, RatingTable ratings)
        where TRow : IRawRow, allows ref struct
    {
        if (
            row.TryId(0, out int user)
            && row.TryId(1, out int movie)
            && row.TryRating(2, out float rating)
            && row.TryTimestamp(3, out long timestamp)
        )
        {
            ratings.Add(user, movie, rating, timestamp, part);
        }
    }

    private static string Separator(ReadOnlySpan<char> line, string own) =>
        line.Contains(own, StringComparison.Ordinal) ? own
        : line.Contains(Comma, StringComparison.Ordinal) && line.ContainsAnyInRange('A', 'z') ? Comma
        : line.Contains(Colons, StringComparison.Ordinal) ? Colons
        : line.Contains(Tab, StringComparison.Ordinal) ? Tab
        : own;

    private static ReadOnlySpan<char> FirstLine(RawFile file)
    {
        var text = new char[FirstLineLength];
        int length;
        try
        {
            using var reader = new StreamReader(file.Open());
            length = reader.ReadBlock(text);
        }
        catch (Exception exception)
            when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            // A damaged archive or a closed file: reading it in earnest says so.
            length = 0;
        }

        ReadOnlySpan<char> start = text.AsSpan(0, length).TrimStart();
        int end = start.IndexOfAny('\r', '\n');
        return end < 0 ? start : start[..end];
    }
}
