using System.Globalization;

namespace Matinee.Data.Download;

public static class ByteSize
{
    private static readonly string[] Units = ["kB", "MB", "GB", "TB"];

    /// <summary>A size for people, in decimal units as download pages give it: <c>5.9 MB</c>.</summary>
    public static string Format(double bytes)
    {
        // 999.5 and not 1000: what would be rounded to 1000 kB is written 1.0 MB.
        if (bytes < 999.5)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{bytes:0} bytes");
        }

        double value = bytes / 1000;
        int unit = 0;
        while (value >= 999.5 && unit < Units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{value.ToString(value < 99.95 ? "0.0" : "0", CultureInfo.InvariantCulture)} {Units[unit]}"
        );
    }
}
