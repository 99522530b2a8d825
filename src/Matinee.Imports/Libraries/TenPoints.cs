using System.Globalization;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Libraries;

/// <summary>Ratings of media servers: more than 0, and 10 at most.</summary>
internal static class TenPoints
{
    /// <summary>Null: not rated, which 0 and -1 say as well.</summary>
    /// <param name="isOdd">Whether it says something, but no rating.</param>
    public static float? Stars(string? text, out bool isOdd)
    {
        isOdd = false;
        text = text?.Trim().Replace(',', '.');
        if (string.IsNullOrEmpty(text) || text == "N/A")
        {
            return null;
        }

        const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        bool isNumber = double.TryParse(text, Styles, CultureInfo.InvariantCulture, out double rating);
        isOdd = !isNumber || rating is not (>= -1 and <= 10);
        return isOdd || rating <= 0 ? null : ImportStars.Nearest(rating, 10);
    }
}
