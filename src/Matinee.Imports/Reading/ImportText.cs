using System.Text;

namespace Matinee.Imports.Reading;

/// <summary>
/// Bytes as text: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252, in which IMDb exported for years.
/// </summary>
internal static class ImportText
{
    // Windows-1252 from 0x80 to 0x9F; what it leaves open stays as Latin-1 has it. .NET has no such encoding without a package.
    private const string Upper =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <param name="cut">The bytes are a file's beginning, whose last letter may be cut.</param>
    public static string Of(ReadOnlySpan<byte> bytes, bool cut = false)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        for (int shorter = 0; shorter <= (cut ? Math.Min(3, bytes.Length) : 0); shorter++)
        {
            try
            {
                return Strict.GetString(bytes[..^shorter]);
            }
            catch (DecoderFallbackException)
            {
                // The next shorter one, or the other encoding.
            }
        }

        return Windows1252(bytes);
    }

    private static string Windows1252(ReadOnlySpan<byte> bytes)
    {
        char[] letters = new char[bytes.Length];
        for (int n = 0; n < letters.Length; n++)
        {
            letters[n] = bytes[n] is >= 0x80 and < 0xA0 ? Upper[bytes[n] - 0x80] : (char)bytes[n];
        }

        return new string(letters);
    }
}
