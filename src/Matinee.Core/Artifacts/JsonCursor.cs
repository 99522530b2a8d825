using System.Buffers.Text;

namespace Matinee.Core.Artifacts;

/// <summary>Walks over JSON that is written in one known way, and says where it is not.</summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> json)
{
    private ReadOnlySpan<byte> rest = json;

    public readonly bool IsAtEnd => rest.IsEmpty;

    /// <summary>Bytes that are not passed yet.</summary>
    public readonly int Remaining => rest.Length;

    /// <summary>Goes past these very bytes.</summary>
    public bool Take(ReadOnlySpan<byte> expected)
    {
        if (!rest.StartsWith(expected))
        {
            return false;
        }

        rest = rest[expected.Length..];
        return true;
    }

    /// <summary>Goes past a whole number.</summary>
    public bool TakeNumber(out int number)
    {
        // What JSON forbids and the parser allows.
        bool isOdd =
            rest is [(byte)'+', ..] or [(byte)'0', >= (byte)'0' and <= (byte)'9', ..] or [(byte)'-', (byte)'0', ..];
        number = 0;
        if (isOdd || !Utf8Parser.TryParse(rest, out number, out int length))
        {
            return false;
        }

        rest = rest[length..];
        return true;
    }

    /// <summary>Goes past a string that stands here, quotes and all.</summary>
    /// <param name="text">With its quotes and escapes.</param>
    public bool TakeText(out ReadOnlySpan<byte> text)
    {
        text = default;
        if (rest is not [(byte)'"', ..])
        {
            return false;
        }

        int end = 1;
        while (true)
        {
            int step = rest[end..].IndexOfAny((byte)'"', (byte)'\\');
            if (step < 0)
            {
                return false;
            }

            end += step;
            if (rest[end] == '"')
            {
                text = rest[..(end + 1)];
                rest = rest[(end + 1)..];
                return true;
            }

            // What stands behind a backslash ends no string.
            end += 2;
            if (end >= rest.Length)
            {
                return false;
            }
        }
    }

    /// <summary>Goes past a list of strings.</summary>
    /// <param name="list">With its brackets.</param>
    public bool TakeTexts(out ReadOnlySpan<byte> list)
    {
        ReadOnlySpan<byte> from = rest;
        list = default;
        if (!Take("["u8))
        {
            return false;
        }

        for (bool isFirst = true; !Take("]"u8); isFirst = false)
        {
            if ((!isFirst && !Take(","u8)) || !TakeText(out _))
            {
                return false;
            }
        }

        list = from[..(from.Length - rest.Length)];
        return true;
    }
}
