using System.Globalization;
using System.Reflection;
using Matinee.Core;
using Matinee.Core.Models;
using YamlDotNet.RepresentationModel;

namespace Matinee.Cli.Configuration;

/// <summary>Reads option records from YAML: <c>regularization: [100, 200]</c> sets <c>Regularization</c>, twice.</summary>
internal static class OptionBinder
{
    private const int LargestGrid = 1000;

    /// <summary>Every combination of the listed values, each a validated option record; the defaults where nothing is listed.</summary>
    public static IReadOnlyList<object> Candidates(
        YamlSource source,
        YamlMappingNode mapping,
        string place,
        ModelKind kind
    )
    {
        Dictionary<string, PropertyInfo> properties = kind
            .OptionsType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true })
            .ToDictionary(property => OptionRules.ConfigName(property.Name));
        long count = 1;
        IEnumerable<List<(PropertyInfo Property, object Value)>> grid =
        [
            [],
        ];
        foreach ((string key, YamlNode node) in source.Entries(mapping, place, properties.Keys))
        {
            PropertyInfo property = properties[key];
            object[] values = [.. Values(node).Select(value => Convert(source, value, key, property.PropertyType))];
            if (values.Length == 0)
            {
                throw source.Error(node, $"{key} has an empty list. Give at least one value.");
            }

            // Before they are made: lists multiply quickly.
            count *= values.Length;
            if (count > LargestGrid)
            {
                throw source.Error(node, $"{count} or more candidates; more than {LargestGrid} is too many to try.");
            }

            grid = [.. grid.SelectMany(_ => values, (chosen, value) => chosen.Append((property, value)).ToList())];
        }

        return [.. grid.Select(assignments => Create(source, mapping, kind, assignments))];
    }

    public static object Convert(YamlSource source, YamlNode node, string key, Type type)
    {
        string text = source.Scalar(node, key);
        NumberFormatInfo plain = NumberFormatInfo.InvariantInfo;
        if (type.IsEnum)
        {
            return ConvertEnum(source, node, key, text, type);
        }

        return type switch
            {
                _ when type == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, plain, out int whole) =>
                    whole,
                _ when type == typeof(long)
                        && long.TryParse(text, NumberStyles.AllowLeadingSign, plain, out long whole) => whole,
                _ when type == typeof(double)
                        && double.TryParse(text, NumberStyles.Float, plain, out double number)
                        && double.IsFinite(number) => number,
                _ when type == typeof(bool) && bool.TryParse(text, out bool flag) => flag,
                _ when type == typeof(string) => text,
                _ => (object?)null,
            } ?? throw source.Error(node, $"{key} is '{text}'; expected {Expected(type)}.");
    }

    private static object ConvertEnum(YamlSource source, YamlNode node, string key, string text, Type type)
    {
        string[] names = [.. Enum.GetNames(type).Select(OptionRules.ConfigName)];
        int index = Array.IndexOf(names, text);
        return index >= 0
            ? Enum.GetValues(type).GetValue(index)!
            : throw source.Error(node, $"{key} is '{text}'; expected one of {string.Join(", ", names)}.");
    }

    private static object Create(
        YamlSource source,
        YamlMappingNode mapping,
        ModelKind kind,
        List<(PropertyInfo Property, object Value)> assignments
    )
    {
        object options = kind.DefaultOptions;
        foreach ((PropertyInfo property, object value) in assignments)
        {
            property.SetValue(options, value);
        }

        try
        {
            kind.Validate(options);
        }
        catch (MatineeException exception)
        {
            throw source.Error(mapping, exception.Message);
        }

        return options;
    }

    private static IEnumerable<YamlNode> Values(YamlNode node) =>
        node is YamlSequenceNode sequence ? sequence.Children : [node];

    private static string Expected(Type type) =>
        type == typeof(int) || type == typeof(long) ? "a whole number"
        : type == typeof(double) ? "a number"
        : type == typeof(bool) ? "true or false"
        : "a word";
}
