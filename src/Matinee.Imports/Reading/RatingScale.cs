using System.Globalization;

namespace Matinee.Imports.Reading;

/// <summary>Ratings of other scales as half stars.</summary>
internal static class RatingScale
{
    /// <summary>A rating in half stars, 0.5 to 5, as it is.</summary>
    public static bool TryStars(string text, out float stars) => TryScaled(text, 1, out stars);

    /// <summary>1 to 10, halves in between allowed: halved, and to the nearest half star, upwards where that ties (8.5 is 4.5).</summary>
    public static bool TryOfTen(string text, out float stars) => TryScaled(text, 0.5, out stars);

    /// <returns>Whether it is within 0.5 to 5 stars.</returns>
    public static bool TryOfTen(double rating, out float stars) => TryHalf(rating * 0.5, out stars);

    private static bool TryScaled(string text, double factor, out float stars)
    {
        stars = 0;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double rating)
            && TryHalf(rating * factor, out stars);
    }

    // Before it is rounded it must be a rating: 0.2 is none, and 5.1 neither.
    private static bool TryHalf(double rating, out float stars)
    {
        stars = 0;
        if (!(rating is >= 0.25 and <= 5))
        {
            return false;
        }

        stars = (float)(Math.Floor(rating * 2 + 0.5) / 2);
        return true;
    }
}
