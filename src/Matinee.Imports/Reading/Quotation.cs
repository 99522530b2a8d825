namespace Matinee.Imports.Reading;

/// <summary>RFC 4180's quotation marks: around a whole field, and twice inside one.</summary>
internal static class Quotation
{
    /// <summary>Whether each mark opens a field, closes it, or is one of two inside.</summary>
    public static bool IsWhole(ReadOnlySpan<char> row, char separator)
    {
        int n = 0;
        while (n < row.Length)
        {
            if (row[n] == '"')
            {
                n = Close(row, n + 1);
                if (n < 0 || (n < row.Length && row[n] != separator))
                {
                    return false;
                }
            }
            else
            {
                int length = row[n..].IndexOf(separator);
                ReadOnlySpan<char> field = length < 0 ? row[n..] : row.Slice(n, length);
                if (field.Contains('"'))
                {
                    return false;
                }

                n += field.Length;
            }

            n++;
        }

        return true;
    }

    // Behind the closing mark; -1 without one.
    private static int Close(ReadOnlySpan<char> row, int n)
    {
        while (true)
        {
            int mark = row[n..].IndexOf('"');
            if (mark < 0)
            {
                return -1;
            }

            n += mark + 1;
            if (n == row.Length || row[n] != '"')
            {
                return n;
            }

            n++;
        }
    }
}
