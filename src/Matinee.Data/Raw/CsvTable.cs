using nietras.SeparatedValues;

namespace Matinee.Data.Raw;

/// <summary>
/// Comma-separated text with a header: columns are found by name in any case and order, blank lines are passed over,
/// and a row with more or fewer fields than the header is a bad row.
/// </summary>
internal static class CsvTable
{
    /// <param name="columns">Names that <see cref="CsvRow"/> knows by position here; a trailing <c>?</c> makes one optional.</param>
    public static void Read(RawFile file, string[] columns, RawReading reading, Action<CsvRow> onRow) =>
        reading.Read(
            file,
            stream =>
            {
                int line = 1;
                try
                {
                    Read(stream, file.Name, columns, reading, onRow, ref line);
                }
                catch (NotSupportedException exception)
                {
                    // Sep's answer to a row that outgrows its 16 MiB.
                    throw OpenQuote(file.Name, line, "the row has no end", exception);
                }
            }
        );

    private static void Read(
        Stream stream,
        string file,
        string[] columns,
        RawReading reading,
        Action<CsvRow> onRow,
        ref int line
    )
    {
        // The header is read as a row, because it may stand under blank lines and in any case.
        using SepReader reader = Sep.New(',')
            .Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true })
            .From(stream);
        string[] names = [.. columns.Select(column => column.TrimEnd('?'))];
        int[]? positions = null;
        int width = 0;
        foreach (SepReader.Row row in reader)
        {
            line = row.LineNumberToExcl;
            if (row.Span.IsWhiteSpace())
            {
                continue;
            }

            if (positions is null)
            {
                width = row.ColCount;
                positions = Locate(file, columns, row);
            }
            else if (row.ColCount != width)
            {
                string problem = $"{row.ColCount} field{(row.ColCount == 1 ? "" : "s")} where the header has {width}";
                if (row.LineNumberToExcl - row.LineNumberFrom > 1)
                {
                    throw OpenQuote(file, row.LineNumberFrom, $"{problem}, over several lines");
                }

                reading.Report(new BadRow(file, row.LineNumberFrom, "", "", problem));
            }
            else
            {
                onRow(new CsvRow(row, file, names, positions, reading));
            }
        }

        if (positions is null)
        {
            throw new MatineeException($"{file} is empty. Its first line should read {string.Join(',', names)}.");
        }
    }

    private static int[] Locate(string file, string[] columns, SepReader.Row header)
    {
        var found = new string[header.ColCount];
        for (int n = 0; n < found.Length; n++)
        {
            found[n] = header[n].Span.Trim().ToString();
        }

        var positions = new int[columns.Length];
        for (int n = 0; n < columns.Length; n++)
        {
            string name = columns[n].TrimEnd('?');
            positions[n] = Array.FindIndex(found, text => text.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (positions[n] < 0 && !columns[n].EndsWith('?'))
            {
                throw new MatineeException(
                    $"{file} has no column '{name}': its first line reads '{Excerpt.Of(string.Join(',', found))}'. "
                        + $"It should name {string.Join(", ", columns.Where(column => !column.EndsWith('?')))}."
                );
            }
        }

        return positions;
    }

    // Never skipped: a quotation mark left open swallows the good lines that follow.
    private static MatineeException OpenQuote(string file, int line, string problem, Exception? inner = null) =>
        new(
            $"{file}, line {line}: {problem}. A quotation mark seems to be left open there. "
                + "Close it, or write a quotation mark inside a field twice.",
            inner!
        );
}
