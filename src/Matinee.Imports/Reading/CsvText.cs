using Matinee.Core;
using nietras.SeparatedValues;

namespace Matinee.Imports.Reading;

/// <summary>
/// Text of separated values with a header, read tolerantly: columns go by name, in any case and order, and a row that does not fit the header is
/// named and passed over. Quoted fields may have several lines.
/// </summary>
internal static class CsvText
{
    /// <summary>The header's cells, trimmed; empty where the text has none. For formats that recognise themselves.</summary>
    public static string[] Header(string text)
    {
        string[] header = [];
        try
        {
            Rows(text, SeparatorOf(text), (_, cells) => header = cells, headerOnly: true);
        }
        catch (NotSupportedException)
        {
            // A quotation mark that is never closed: no header.
        }

        return header;
    }

    public static bool HasColumns(string text, params ReadOnlySpan<string> names)
    {
        string[] header = Header(text);
        foreach (string name in names)
        {
            if (!header.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return header.Length > 0;
    }

    /// <param name="file">For places.</param>
    /// <param name="onRow">Gets each data row.</param>
    /// <param name="skipped">Gets those that don't fit the header.</param>
    /// <exception cref="MatineeException">A quotation mark is left open, or there are too many rows.</exception>
    public static void Read(
        string file,
        string text,
        ImportLimits limits,
        Action<CsvLine> onRow,
        List<SkippedRow> skipped,
        CancellationToken cancellation
    )
    {
        Dictionary<string, int>? columns = null;
        int width = 0;
        int rows = 0;
        int last = 1;
        try
        {
            Rows(
                text,
                SeparatorOf(text),
                (line, cells) =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    last = line;
                    if (columns is null)
                    {
                        columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
                        for (int n = 0; n < cells.Length; n++)
                        {
                            columns.TryAdd(cells[n].Trim(), n);
                        }

                        width = cells.Length;
                        return;
                    }

                    if (++rows > limits.Rows)
                    {
                        throw new MatineeException(
                            $"{file} has more than {limits.Rows} rows, which nobody has seen. Is it the right file?"
                        );
                    }

                    var place = new ImportPlace(file, line);
                    if (cells.Length == width)
                    {
                        onRow(new CsvLine(place, cells, columns));
                    }
                    else
                    {
                        skipped.Add(
                            new SkippedRow(
                                place,
                                Excerpt.Of(string.Join(',', cells)),
                                $"It has {cells.Length} fields where the header has {width}."
                            )
                        );
                    }
                }
            );
        }
        catch (NotSupportedException exception)
        {
            // Sep's answer to a row that outgrows its 16 MiB.
            throw new MatineeException(
                $"{file}, below line {last}: a quotation mark seems to be left open there. Close it, or export the file again.",
                exception
            );
        }
    }

    private static void Rows(string text, char separator, Action<int, string[]> onRow, bool headerOnly = false)
    {
        using SepReader reader = Sep.New(separator)
            .Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true })
            .FromText(text);
        foreach (SepReader.Row row in reader)
        {
            if (row.Span.IsWhiteSpace())
            {
                continue;
            }

            var cells = new string[row.ColCount];
            for (int n = 0; n < cells.Length; n++)
            {
                cells[n] = row[n].ToString();
            }

            onRow(row.LineNumberFrom, cells);
            if (headerOnly)
            {
                return;
            }
        }
    }

    // The one that the first line has most of, outside quotation marks.
    private static char SeparatorOf(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart();
        int end = rest.IndexOf('\n');
        ReadOnlySpan<char> line = end < 0 ? rest : rest[..end];
        char best = ',';
        int most = 0;
        foreach (char separator in ",;\t|")
        {
            int count = 0;
            bool quoted = false;
            foreach (char letter in line)
            {
                quoted ^= letter == '"';
                count += !quoted && letter == separator ? 1 : 0;
            }

            if (count > most)
            {
                (best, most) = (separator, count);
            }
        }

        return best;
    }
}
