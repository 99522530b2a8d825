using System.Globalization;

namespace Matinee.Imports.Reading;

/// <summary>Dates as the sources write them, in seconds since 1970 UTC. What can't be is null: the row counts without it.</summary>
internal static class ImportTime
{
    // The end of 2099: what lies beyond is milliseconds, or a slip.
    private const long Last = 4_102_444_799;

    // Month first before day first, as IMDb has it: 1/5/2023 is the 5th of January, and 13/5/2023 can only be the 13th of May.
    private static readonly string[] Formats =
    [
        "yyyy-M-d",
        "yyyy/M/d",
        "M/d/yyyy",
        "d/M/yyyy",
        "d.M.yyyy",
        "d MMM yyyy",
        "d MMMM yyyy",
        "MMM d, yyyy",
        "MMMM d, yyyy",
        "ddd MMM d HH:mm:ss yyyy",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss 'UTC'",
        "yyyy-MM-dd HH:mm:sszzz",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
    ];

    public static long? Of(string text)
    {
        // One by one, since the order decides.
        foreach (string format in text.Length is 0 or > 40 ? [] : Formats)
        {
            if (
                DateTimeOffset.TryParseExact(
                    text,
                    format,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces,
                    out DateTimeOffset time
                )
            )
            {
                return Possible(time.ToUnixTimeSeconds());
            }
        }

        return null;
    }

    public static long? OfUnixSeconds(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            ? Possible(seconds)
            : null;

    /// <summary>What can be a time of watching or rating.</summary>
    public static long? Possible(long seconds) => seconds is >= 0 and <= Last ? seconds : null;
}
