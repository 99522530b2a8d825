using System.Text;

namespace Matinee.Imports.Reading;

/// <summary>Bytes as text: by their byte order mark, else UTF-8 where they are that, else Windows-1252, as older exports are.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    // What Windows-1252 has in place of Latin-1's control characters 0x80 to 0x9F; those without a meaning stay.
    private const string Windows =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8.GetString(bytes[Encoding.UTF8.Preamble.Length..]);
        }

        if (bytes.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode.GetString(bytes[Encoding.Unicode.Preamble.Length..]);
        }

        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[Encoding.BigEndianUnicode.Preamble.Length..]);
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return string.Create(
                bytes.Length,
                bytes,
                static (text, from) =>
                {
                    for (int n = 0; n < from.Length; n++)
                    {
                        text[n] = from[n] is >= 0x80 and <= 0x9F ? Windows[from[n] - 0x80] : (char)from[n];
                    }
                }
            );
        }
    }
}
