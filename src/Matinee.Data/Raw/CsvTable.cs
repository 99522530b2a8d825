using System.Text;
using nietras.SeparatedValues;

namespace Matinee.Data.Raw;

/// <summary>
/// Comma-separated text with a header: columns are found by name in any case and order, blank lines are passed over,
/// and a row with more or fewer fields than the header is a bad row.
/// </summary>
internal static class CsvTable
{
    // No byte order mark: within a file its three bytes are text.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly byte[] BlankLine = "\n"u8.ToArray();
    private static readonly SepReaderOptions Options = Sep.New(',')
        .Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true });

    /// <param name="columns">Names that <see cref="CsvRow"/> knows by position here; a trailing <c>?</c> makes one optional.</param>
    public static void Read(RawFile file, string[] columns, RawReading reading, Action<CsvRow> onRow) =>
        reading.Read(file, stream => Read(stream, file.Name, columns, reading, onRow));

    /// <summary>The same of a file that is open already.</summary>
    public static void Read(Stream stream, string file, string[] columns, RawReading reading, Action<CsvRow> onRow)
    {
        if (Read(() => Options.From(stream), file, columns, null, linesBefore: 0, reading, onRow) is null)
        {
            throw new MatineeException(
                $"{file} is empty. Its first line should read {string.Join(',', CsvHeader.NamesOf(columns))}."
            );
        }
    }

    /// <summary>Reads whole lines from the midst of a file.</summary>
    /// <param name="linesBefore">How many stand before them, the header among them.</param>
    public static void ReadOn(
        Stream stream,
        string file,
        CsvHeader header,
        int linesBefore,
        RawReading reading,
        Action<CsvRow> onRow
    )
    {
        // A blank line stands in for those before: Sep counts the lines of a first row differently.
        var joined = new JoinedStream(new([BlankLine]), stream);
        using var text = new StreamReader(joined, Encoding, detectEncodingFromByteOrderMarks: false);
        Read(() => Options.From(text), file, header.Names, header, linesBefore - 1, reading, onRow);
    }

    private static CsvHeader? Read(
        Func<SepReader> open,
        string file,
        string[] columns,
        CsvHeader? header,
        int linesBefore,
        RawReading reading,
        Action<CsvRow> onRow
    )
    {
        int line = linesBefore + 1;
        try
        {
            using SepReader reader = open();
            // The header is read as a row, because it may stand under blank lines and in any case.
            foreach (SepReader.Row row in reader)
            {
                line = linesBefore + row.LineNumberToExcl;
                if (row.Span.IsWhiteSpace())
                {
                    continue;
                }

                if (header is null)
                {
                    header = CsvHeader.Locate(file, columns, Fields(row));
                }
                else if (row.ColCount != header.Width)
                {
                    reading.Report(WrongWidth(row, file, header, linesBefore));
                }
                else
                {
                    onRow(new CsvRow(row, file, header.Names, header.Positions, linesBefore, reading));
                }
            }

            return header;
        }
        catch (NotSupportedException exception)
        {
            // Sep's answer to a row that outgrows its 16 MiB.
            throw OpenQuote(file, line, "the row has no end", exception);
        }
    }

    private static string[] Fields(SepReader.Row row)
    {
        var fields = new string[row.ColCount];
        for (int n = 0; n < fields.Length; n++)
        {
            fields[n] = row[n].Span.Trim().ToString();
        }

        return fields;
    }

    private static BadRow WrongWidth(SepReader.Row row, string file, CsvHeader header, int linesBefore)
    {
        int line = linesBefore + row.LineNumberFrom;
        string problem = $"{row.ColCount} field{(row.ColCount == 1 ? "" : "s")} where the header has {header.Width}";
        return row.LineNumberToExcl - row.LineNumberFrom > 1
            ? throw OpenQuote(file, line, $"{problem}, over several lines")
            : new BadRow(file, line, "", "", problem);
    }

    // Never skipped: a quotation mark left open swallows the good lines that follow.
    private static MatineeException OpenQuote(string file, int line, string problem, Exception? inner = null) =>
        new(
            $"{file}, line {line}: {problem}. A quotation mark seems to be left open there. "
                + "Close it, or write a quotation mark inside a field twice.",
            inner!
        );
}
