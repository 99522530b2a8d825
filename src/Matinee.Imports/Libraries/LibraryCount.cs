using System.Globalization;

namespace Matinee.Imports.Libraries;

internal static class LibraryCount
{
    /// <summary>Whether it is a number above zero.</summary>
    public static bool IsAny(string? text) =>
        double.TryParse(text?.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double count) && count > 0;
}
