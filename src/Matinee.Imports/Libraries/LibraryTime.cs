using Matinee.Imports.Reading;

namespace Matinee.Imports.Libraries;

internal static class LibraryTime
{
    // 1973, before any media server; so a bare year is no second of 1970.
    private const int FewestDigits = 9;

    /// <summary>A date, or seconds since 1970; null for what is neither or can't be, as .NET's year 1.</summary>
    public static long? Of(string? text)
    {
        text = text?.Trim() ?? "";
        return text.Length >= FewestDigits && text.All(char.IsAsciiDigit)
            ? ImportTime.OfUnixSeconds(text)
            : ImportTime.Of(text);
    }
}
