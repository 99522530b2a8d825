using System.Globalization;
using System.Text.RegularExpressions;

namespace Matinee.Core.Models;

/// <summary>Range checks of options, with messages in the words of the configuration file.</summary>
public static partial class OptionRules
{
    // Single precision can still compute with it.
    private const double LargestPenalty = 1e12;

    /// <summary>An option's name as configuration files spell it: <c>ItemDamping</c> is <c>item_damping</c>.</summary>
    public static string ConfigName(string property) =>
        WordStart().Replace(property, "_$0").ToLower(CultureInfo.InvariantCulture);

    public static void AtLeast(double value, double minimum, string property)
    {
        if (!(value >= minimum) || double.IsInfinity(value))
        {
            throw OutOfRange(value, property, $"at least {Text(minimum)}");
        }
    }

    public static void Above(double value, double bound, string property)
    {
        if (!(value > bound && value <= LargestPenalty))
        {
            throw OutOfRange(value, property, $"above {Text(bound)}, at most {Text(LargestPenalty)}");
        }
    }

    public static void Between(double value, double minimum, double maximum, string property)
    {
        if (!(value >= minimum && value <= maximum))
        {
            throw OutOfRange(value, property, $"between {Text(minimum)} and {Text(maximum)}");
        }
    }

    public static void AtLeastBelow(double value, double minimum, double bound, string property)
    {
        if (!(value >= minimum && value < bound))
        {
            throw OutOfRange(value, property, $"at least {Text(minimum)} and below {Text(bound)}");
        }
    }

    private static MatineeException OutOfRange(double value, string property, string range) =>
        new($"{ConfigName(property)} is {Text(value)}; it must be {range}.");

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
