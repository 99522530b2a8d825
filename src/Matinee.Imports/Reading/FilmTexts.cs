using System.Globalization;

namespace Matinee.Imports.Reading;

/// <summary>Numbers and years as files write them.</summary>
internal static class FilmTexts
{
    /// <summary>A release year, 1870 to 2100; a date gives its year. Null where it is none.</summary>
    public static int? Year(string text)
    {
        ReadOnlySpan<char> digits = text.AsSpan().Trim();
        digits = digits.Length > 4 && !char.IsAsciiDigit(digits[4]) ? digits[..4] : digits;
        return
            digits.Length == 4
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && year is >= 1870 and <= 2100
            ? year
            : null;
    }

    /// <summary><c>tt0133093</c>, also without <c>tt</c> or within an address; null where it is none.</summary>
    public static long? Imdb(string text)
    {
        int start = text.LastIndexOf("tt", StringComparison.OrdinalIgnoreCase);
        ReadOnlySpan<char> digits = start < 0 ? text.AsSpan().Trim() : text.AsSpan(start + 2);
        int length = digits.IndexOfAnyExceptInRange('0', '9');
        digits = length < 0 ? digits : digits[..length];
        return
            digits.Length is > 0 and <= 12
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && number > 0
            ? number
            : null;
    }

    /// <summary>A whole number above 0; null where it is none.</summary>
    public static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : null;
}
