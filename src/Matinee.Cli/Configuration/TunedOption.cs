using System.Globalization;
using Matinee.Core.Models.Tuning;

namespace Matinee.Cli.Configuration;

/// <summary>An option that a search varies: its values are numbers to the search, and what the model takes to everyone else.</summary>
/// <param name="Choices">What is chosen from, in the order of its numbers; null for a range.</param>
internal sealed record TunedOption(OptionKey Key, SearchDimension Dimension, IReadOnlyList<object>? Choices)
{
    public string Name => Key.Name;

    /// <summary>As the model takes it.</summary>
    public object Value(double number) =>
        Choices is not null
            ? Choices[(int)number]
            : System.Convert.ChangeType(number, Key.Type, CultureInfo.InvariantCulture);

    /// <summary>As the configuration file has it.</summary>
    public string Text(double number) => OptionBinder.Text(Value(number));

    /// <returns>Null where it is none of the choices, or beyond the range.</returns>
    public double? Number(object? value)
    {
        if (Choices is not null)
        {
            int index = Choices.ToList().IndexOf(value!);
            return index >= 0 ? index : null;
        }

        var range = (NumberRange)Dimension;
        double number = System.Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return number >= range.From && number <= range.To ? number : null;
    }

    /// <summary>What the search may take, for people: <c>10 to 1000 (log)</c>.</summary>
    public string Describe() =>
        Dimension is NumberRange range
            ? string.Create(CultureInfo.InvariantCulture, $"{range.From} to {range.To}")
                + (range.Scale == RangeScale.Log ? " (log)" : "")
                + (
                    range.Step is { } step && !(step == 1 && Key.Type != typeof(double))
                        ? string.Create(CultureInfo.InvariantCulture, $" by {step}")
                        : ""
                )
            : string.Join(", ", Choices!.Select(OptionBinder.Text));
}
