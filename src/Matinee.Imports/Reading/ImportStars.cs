using System.Globalization;

namespace Matinee.Imports.Reading;

/// <summary>Ratings of any scale as half stars, 0.5 to 5.</summary>
internal static class ImportStars
{
    /// <param name="text">A number with a point; a comma passes too, as spreadsheets write it.</param>
    /// <param name="lowest">Of the source's scale.</param>
    /// <param name="highest">Of the source's scale: 5 or 10.</param>
    /// <param name="problem">A sentence where the text is no rating; else empty.</param>
    public static bool TryRead(string text, double lowest, double highest, out float stars, out string problem)
    {
        stars = 0;
        bool number = double.TryParse(
            text.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out double value
        );
        problem =
            number && double.IsFinite(value)
                ? $"The rating {Excerpt.Of(text)} is not from {Shown(lowest)} to {Shown(highest)}."
                : $"The rating '{Excerpt.Of(text)}' is not a number.";
        if (!number || !(value >= lowest && value <= highest))
        {
            return false;
        }

        problem = "";
        stars = Nearest(value, highest);
        return true;
    }

    /// <summary>The nearest half star, ties up: 8.5 of 10 is 4.5.</summary>
    public static float Nearest(double value, double highest) =>
        (float)Math.Clamp(Math.Floor(value / highest * 10 + 0.5) / 2, 0.5, 5);

    private static string Shown(double value) => value.ToString(CultureInfo.InvariantCulture);
}
