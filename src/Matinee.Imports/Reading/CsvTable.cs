using Matinee.Core;
using nietras.SeparatedValues;

namespace Matinee.Imports.Reading;

/// <summary>
/// Text of rows with a header: columns are found by name in any case and order, blank lines are passed over, and a row
/// with more or fewer fields than the header is skipped and named.
/// </summary>
internal static class CsvTable
{
    /// <exception cref="MatineeException">A quotation mark is left open, or a field is longer than allowed.</exception>
    public static void Read(ImportFile file, ImportRows rows, Action<CsvRow> onRow)
    {
        int line = 1;
        try
        {
            Read(file, file.Text(), rows, onRow, ref line);
        }
        catch (NotSupportedException exception)
        {
            // Sep's answer to a row that outgrows its 16 MiB.
            throw OpenQuote(file, line, "the row has no end", exception);
        }
    }

    private static void Read(ImportFile file, string text, ImportRows rows, Action<CsvRow> onRow, ref int line)
    {
        char separator = file.Header.Separator;
        // The header is read as a row, because it may stand under blank lines.
        using SepReader reader = Sep.New(separator)
            .Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true })
            .FromText(text);
        Dictionary<string, int>? columns = null;
        int width = 0;
        foreach (SepReader.Row row in reader)
        {
            line = row.LineNumberToExcl;
            ReadOnlySpan<char> raw = row.Span;
            if (raw.IsWhiteSpace())
            {
                continue;
            }

            // Before a field is asked for: unescaping changes the row's letters.
            bool severalLines = row.LineNumberToExcl - row.LineNumberFrom > 1;
            if (severalLines && !Quotation.IsWhole(raw, separator))
            {
                throw OpenQuote(
                    file,
                    row.LineNumberFrom,
                    "a field over several lines is not in quotation marks as a whole"
                );
            }

            if (columns is null)
            {
                width = row.ColCount;
                columns = Columns(row);
            }
            else if (row.ColCount != width)
            {
                string problem = $"{row.ColCount} field{(row.ColCount == 1 ? "" : "s")} where the header has {width}";
                if (severalLines)
                {
                    throw OpenQuote(file, row.LineNumberFrom, $"{problem}, over several lines");
                }

                var place = new ImportPlace(file.Name, row.LineNumberFrom);
                rows.Skip(place, raw[..Math.Min(raw.Length, 200)].ToString(), $"It has {problem}.");
            }
            else
            {
                onRow(new CsvRow(row, file, columns, rows.Limits));
            }
        }
    }

    private static Dictionary<string, int> Columns(SepReader.Row header)
    {
        var columns = new Dictionary<string, int>();
        for (int n = 0; n < header.ColCount; n++)
        {
            columns.TryAdd(CsvHeader.Key(header[n].ToString()), n);
        }

        return columns;
    }

    // Never skipped: a quotation mark left open swallows the good lines that follow.
    private static MatineeException OpenQuote(ImportFile file, int line, string problem, Exception? inner = null) =>
        new(
            $"{Excerpt.Of(file.Name)}, line {line}: {problem}. A quotation mark seems to be left open there. "
                + "Close it, or write a quotation mark inside a field twice.",
            inner!
        );
}
