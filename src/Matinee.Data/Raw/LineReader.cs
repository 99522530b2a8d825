namespace Matinee.Data.Raw;

/// <summary>The lines of a text, one at a time in a buffer that is used again, so that a row costs no string.</summary>
internal sealed class LineReader(TextReader reader)
{
    private const int LongestLine = 1 << 24;
    private char[] buffer = new char[1 << 16];
    private int start;
    private int end;
    private bool ended;

    /// <summary>The number of the line read last, 1-based.</summary>
    public int Number { get; private set; }

    /// <summary>Reads a line without its LF or CRLF; it is valid until the next is read.</summary>
    /// <exception cref="InvalidDataException">The line has no end.</exception>
    public bool TryRead(out ReadOnlySpan<char> line)
    {
        int searched = 0;
        while (true)
        {
            ReadOnlySpan<char> rest = buffer.AsSpan(start, end - start);
            int found = rest[searched..].IndexOf('\n');
            if (found < 0 && !ended)
            {
                searched = rest.Length;
                Fill();
                continue;
            }

            int length = found < 0 ? rest.Length : searched + found;
            line = rest[..length];
            line = line.EndsWith('\r') ? line[..^1] : line;
            start = found < 0 ? end : start + length + 1;
            if (found < 0 && rest.IsEmpty)
            {
                return false;
            }

            Number++;
            return true;
        }
    }

    private void Fill()
    {
        if (end - start > LongestLine)
        {
            throw new InvalidDataException($"Line {Number + 1} has no end.");
        }

        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        else if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        int read = reader.Read(buffer.AsSpan(end));
        end += read;
        ended = read == 0;
    }
}
