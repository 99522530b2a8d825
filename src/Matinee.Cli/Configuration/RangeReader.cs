using System.Globalization;
using Matinee.Core;
using Matinee.Core.Models.Tuning;
using YamlDotNet.RepresentationModel;

namespace Matinee.Cli.Configuration;

/// <summary>Reads what an option may be in a search: <c>{ from: 10, to: 1000, scale: log }</c> or a list.</summary>
internal static class RangeReader
{
    private const string From = "from";
    private const string To = "to";
    private const string Scale = "scale";
    private const string Step = "step";
    private static readonly string[] s_scales = ["linear", "log"];

    /// <returns>Null for a single value, which is no search.</returns>
    public static TunedOption? Read(YamlSource source, OptionKey key, YamlNode node) =>
        node switch
        {
            YamlMappingNode mapping => new TunedOption(key, Range(source, key, mapping), null),
            YamlSequenceNode list => List(source, key, list),
            _ => null,
        };

    private static TunedOption? List(YamlSource source, OptionKey key, YamlSequenceNode list)
    {
        object[] values =
        [
            .. list.Children.Select(value => OptionBinder.Convert(source, value, key.Name, key.Type)).Distinct(),
        ];
        bool numbers = IsNumber(key.Type);
        return values.Length switch
        {
            0 => throw source.Error(list, $"{key.Name} has an empty list. Give at least one value."),
            1 => null,
            _ => new TunedOption(
                key,
                new Choices(key.Name, values.Length, numbers),
                // Ascending, so that near numbers are near to the search.
                numbers ? [.. values.Order()] : values
            ),
        };
    }

    private static NumberRange Range(YamlSource source, OptionKey key, YamlMappingNode mapping)
    {
        if (!IsNumber(key.Type))
        {
            throw source.Error(mapping, $"{key.Name} is no number, so it has no range. Give a list of its values.");
        }

        Dictionary<string, YamlNode> entries = source.Entries(
            mapping,
            new KnownKeys($"the range of {key.Name}", [From, To, Scale, Step])
        );
        double from = Number(From)!.Value;
        double to = Number(To)!.Value;
        if (from >= to)
        {
            throw source.Error(
                mapping,
                $"the range of {key.Name} is from {Text(from)} to {Text(to)}; 'from' must be below 'to'."
            );
        }

        RangeScale scale = entries.TryGetValue(Scale, out YamlNode? named)
            ? ReadScale(source, key, named)
            : RangeScale.Linear;
        if (scale == RangeScale.Log && from <= 0)
        {
            throw source.Error(
                entries[From],
                $"the range of {key.Name} is from {Text(from)}, and a log scale begins above 0. "
                    + "Raise 'from', or leave 'scale: log' out."
            );
        }

        double? step = Number(Step, optional: true);
        if (step is { } width && !(width > 0 && width <= to - from))
        {
            throw source.Error(
                entries[Step],
                $"the step of {key.Name} is {Text(width)}; it must be above 0 and at most {Text(to - from)}, "
                    + "the length of the range."
            );
        }

        if (scale == RangeScale.Log && step is not null)
        {
            throw source.Error(
                entries[Step],
                $"{key.Name} has a step on a log scale. Give one or the other, or a list of values."
            );
        }

        return new NumberRange(key.Name, from, to, scale, step ?? (key.Type == typeof(double) ? null : 1));

        double? Number(string name, bool optional = false) =>
            entries.TryGetValue(name, out YamlNode? node)
                ? System.Convert.ToDouble(
                    OptionBinder.Convert(source, node, $"'{name}' of {key.Name}", key.Type),
                    CultureInfo.InvariantCulture
                )
            : optional ? null
            : throw source.Error(
                mapping,
                $"the range of {key.Name} lacks '{name}'. Write it as {{ from: 10, to: 1000 }}."
            );
    }

    private static RangeScale ReadScale(YamlSource source, OptionKey key, YamlNode node)
    {
        string name = source.Scalar(node, $"'{Scale}' of {key.Name}");
        if (OptionBinder.EnumValue(typeof(RangeScale), name) is RangeScale scale)
        {
            return scale;
        }

        string hint = NearestName.Find(name, s_scales) is { } nearest
            ? $"Did you mean '{nearest}'?"
            : "Scales: linear, log.";
        throw source.Error(node, $"unknown scale '{name}' of {key.Name}. {hint}");
    }

    private static bool IsNumber(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(double);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
