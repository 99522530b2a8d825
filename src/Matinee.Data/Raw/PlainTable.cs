using System.Text;

namespace Matinee.Data.Raw;

/// <summary>
/// Text without a header and without quotes, one row a line: blank lines are passed over, and a row with more or fewer
/// fields than it should have is a bad row.
/// </summary>
internal static class PlainTable
{
    private const int BufferBytes = 1 << 16;

    public static void Read(RawFile file, PlainFormat format, RawReading reading, Action<PlainRow> onRow) =>
        reading.Read(
            file,
            stream =>
            {
                Encoding encoding = format.HasText ? TextEncoding.Of(file) : Encoding.UTF8;
                using var text = new StreamReader(
                    stream,
                    encoding,
                    detectEncodingFromByteOrderMarks: true,
                    BufferBytes
                );
                Read(new LineReader(text), file.Name, format, reading, onRow);
            }
        );

    private static void Read(
        LineReader lines,
        string file,
        PlainFormat format,
        RawReading reading,
        Action<PlainRow> onRow
    )
    {
        int width = format.Columns.Length;
        var fields = new Range[width];
        bool empty = true;
        while (lines.TryRead(out ReadOnlySpan<char> line))
        {
            if (line.IsWhiteSpace())
            {
                continue;
            }

            empty = false;
            if (TrySplit(line, format, fields))
            {
                onRow(new PlainRow(line, fields, lines.Number, file, format.Columns, reading));
            }
            else
            {
                int found = line.Count(format.Separator) + 1;
                string problem = $"{found} field{(found == 1 ? "" : "s")} where there should be {width}";
                reading.Report(new BadRow(file, lines.Number, "", "", problem));
            }
        }

        if (empty)
        {
            string shape = string.Join(format.Separator, format.Columns)
                .Replace("\t", "<tab>", StringComparison.Ordinal);
            throw new MatineeException($"{file} is empty. Its lines should read {shape}.");
        }
    }

    private static bool TrySplit(ReadOnlySpan<char> line, PlainFormat format, Span<Range> fields)
    {
        string separator = format.Separator;
        int last = fields.Length - 1;
        int free = format.FreeColumn ?? last;
        int start = 0;
        int end = line.Length;
        for (int n = 0; n < free; n++)
        {
            int length = line[start..].IndexOf(separator);
            if (length < 0)
            {
                return false;
            }

            fields[n] = start..(start + length);
            start += length + separator.Length;
        }

        for (int n = last; n > free; n--)
        {
            int length = line[start..end].LastIndexOf(separator);
            if (length < 0)
            {
                return false;
            }

            fields[n] = (start + length + separator.Length)..end;
            end = start + length;
        }

        fields[free] = start..end;
        return format.FreeColumn is not null || line[start..end].IndexOf(separator) < 0;
    }
}
