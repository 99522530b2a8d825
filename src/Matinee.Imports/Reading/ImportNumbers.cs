using System.Globalization;

namespace Matinee.Imports.Reading;

/// <summary>Years and other catalogues' numbers; null for what is none.</summary>
internal static class ImportNumbers
{
    private const long LastImdb = 9_999_999_999;

    /// <summary>A year of film: 1870 to 2100; dates give theirs.</summary>
    public static int? Year(string text) =>
        text.Length >= 4
        && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
        && (text.Length == 4 || !char.IsAsciiDigit(text[4]))
        && year is >= 1870 and <= 2100
            ? year
            : null;

    /// <summary><c>tt0114709</c>, <c>0114709</c> or an address with the former in it.</summary>
    public static long? Imdb(string text)
    {
        int start = text.IndexOf("tt", StringComparison.OrdinalIgnoreCase);
        while (start >= 0 && !(start + 2 < text.Length && char.IsAsciiDigit(text[start + 2])))
        {
            start = text.IndexOf("tt", start + 2, StringComparison.OrdinalIgnoreCase);
        }

        ReadOnlySpan<char> digits = text.AsSpan(start < 0 ? 0 : start + 2);
        int end = digits.IndexOfAnyExceptInRange('0', '9');
        digits = end < 0 || start < 0 ? digits : digits[..end];
        return
            long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && number is > 0 and <= LastImdb
            ? number
            : null;
    }

    public static int? Positive(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : null;
}
