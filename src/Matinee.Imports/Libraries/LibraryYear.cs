using Matinee.Imports.Reading;

namespace Matinee.Imports.Libraries;

internal static class LibraryYear
{
    /// <param name="texts">Years or dates; the first that can be a film's counts.</param>
    public static int? Of(params ReadOnlySpan<string?> texts)
    {
        foreach (string? text in texts)
        {
            if (ImportNumbers.Year(text?.Trim() ?? "") is { } year)
            {
                return year;
            }
        }

        return null;
    }
}
