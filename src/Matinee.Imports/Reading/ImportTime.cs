using System.Globalization;

namespace Matinee.Imports.Reading;

/// <summary>Moments in seconds since 1970 UTC; what lies before 1970 or after 2099 is no moment of a rating.</summary>
internal static class ImportTime
{
    private const long Last = 4_102_444_799;

    /// <summary>Null where it is none.</summary>
    public static long? Of(long seconds) => seconds is > 0 and <= Last ? seconds : null;

    /// <summary>A date alone is its midnight in UTC; a time without a zone is UTC.</summary>
    /// <param name="formats">As <see cref="DateTimeOffset.TryParseExact(string, string[], IFormatProvider, DateTimeStyles, out DateTimeOffset)"/> has them; none: ISO 8601.</param>
    public static long? Of(string text, params string[] formats)
    {
        const DateTimeStyles Styles =
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
        bool parsed =
            formats.Length > 0
                ? DateTimeOffset.TryParseExact(
                    text,
                    formats,
                    CultureInfo.InvariantCulture,
                    Styles,
                    out DateTimeOffset time
                )
                : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Styles, out time);
        return parsed ? Of(time.ToUnixTimeSeconds()) : null;
    }
}
