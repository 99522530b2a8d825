using System.Globalization;
using nietras.SeparatedValues;

namespace Matinee.Data.Raw;

/// <summary>One row. Each <c>Try</c> reads the column once; where the text is no such thing it reports a bad row.</summary>
internal readonly ref struct CsvRow(SepReader.Row row, string file, string[] names, int[] positions, RawReading reading)
{
    private const NumberStyles WholeNumber = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
    private readonly SepReader.Row row = row;

    /// <summary>The text, quotes undone; empty where an optional column is missing.</summary>
    public ReadOnlySpan<char> Text(int column) => positions[column] < 0 ? default : row[positions[column]].Span;

    public bool TryId(int column, out int id)
    {
        ReadOnlySpan<char> text = Text(column);
        return (int.TryParse(text, WholeNumber, CultureInfo.InvariantCulture, out id) && id >= 1)
            || Fail(column, text, $"is not a whole number from 1 to {int.MaxValue}");
    }

    public bool TryRating(int column, out float rating)
    {
        ReadOnlySpan<char> text = Text(column);
        if (!float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out rating) || float.IsNaN(rating))
        {
            return Fail(column, text, "is not a number");
        }

        return rating is >= 0.5f and <= 5f || Fail(column, text, "is not from 0.5 to 5");
    }

    public bool TryTimestamp(int column, out long timestamp)
    {
        ReadOnlySpan<char> text = Text(column);
        return long.TryParse(text, WholeNumber, CultureInfo.InvariantCulture, out timestamp)
            || Fail(column, text, "is not a whole number of seconds since 1970");
    }

    /// <summary>An id that may be left empty.</summary>
    public bool TryOptionalId(int column, out int? id)
    {
        id = null;
        if (Text(column).IsWhiteSpace())
        {
            return true;
        }

        bool good = TryId(column, out int value);
        id = value;
        return good;
    }

    /// <summary>Reports the row as bad; always false.</summary>
    public bool Fail(int column, ReadOnlySpan<char> value, string reason)
    {
        reading.Report(new BadRow(file, row.LineNumberFrom, names[column], value.ToString(), reason));
        return false;
    }
}
