using System.Globalization;

namespace Matinee.Data.Raw;

/// <summary>Each <c>Try</c> reads the column once; where the text is no such thing it reports a bad row.</summary>
internal static class RawRowFields
{
    // The last second of the year 9999, where calendars end.
    private const long LatestTimestamp = 253_402_300_799;
    private const NumberStyles WholeNumber = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    public static bool TryId<TRow>(this TRow row, int column, out int id)
        where TRow : IRawRow, allows ref struct
    {
        ReadOnlySpan<char> text = row.Text(column);
        return (int.TryParse(text, WholeNumber, CultureInfo.InvariantCulture, out id) && id >= 1)
            || row.Fail(column, text, $"is not a whole number from 1 to {int.MaxValue}");
    }

    public static bool TryRating<TRow>(this TRow row, int column, out float rating)
        where TRow : IRawRow, allows ref struct
    {
        ReadOnlySpan<char> text = row.Text(column);
        if (!float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out rating) || float.IsNaN(rating))
        {
            return row.Fail(column, text, "is not a number");
        }

        return rating is >= 0.5f and <= 5f || row.Fail(column, text, "is not from 0.5 to 5");
    }

    public static bool TryTimestamp<TRow>(this TRow row, int column, out long timestamp)
        where TRow : IRawRow, allows ref struct
    {
        ReadOnlySpan<char> text = row.Text(column);
        if (!long.TryParse(text, WholeNumber, CultureInfo.InvariantCulture, out timestamp))
        {
            return row.Fail(column, text, "is not a whole number of seconds since 1970");
        }

        return timestamp <= LatestTimestamp
            || row.Fail(column, text, "is after the year 9999 as seconds since 1970; is it in milliseconds?");
    }

    /// <summary>An id that may be left empty.</summary>
    public static bool TryOptionalId<TRow>(this TRow row, int column, out int? id)
        where TRow : IRawRow, allows ref struct
    {
        id = null;
        if (row.Text(column).IsWhiteSpace())
        {
            return true;
        }

        bool good = row.TryId(column, out int value);
        id = value;
        return good;
    }
}
