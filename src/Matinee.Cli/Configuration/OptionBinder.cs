using System.Globalization;
using Matinee.Cli.Terminal;
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
        ModelKind kind,
        IEnumerable<(OptionKey Key, YamlNode Node)> given
    )
    {
        long count = 1;
        IEnumerable<List<Assignment>> grid =
        [
            [],
        ];
        foreach ((OptionKey key, YamlNode node) in given)
        {
            if (node is YamlMappingNode)
            {
                throw source.Error(
                    node,
                    $"{key.Name} is a range, and ranges are for 'tune': {ProgramName.Typed} tune --config-path {source.Path}. "
                        + "Give a value, or a list of values."
                );
            }

            Assignment[] values =
            [
                .. Values(node).Select(value => new Assignment(key, value, Convert(source, value, key.Name, key.Type))),
            ];
            if (values.Length == 0)
            {
                throw source.Error(node, $"{key.Name} has an empty list. Give at least one value.");
            }

            // Before they are made: lists multiply quickly.
            count *= values.Length;
            if (count > LargestGrid)
            {
                throw source.Error(node, $"{count} or more candidates; more than {LargestGrid} is too many to try.");
            }

            grid = [.. grid.SelectMany(_ => values, (chosen, value) => chosen.Append(value).ToList())];
        }

        return [.. grid.Select(assignments => Create(source, kind, assignments))];
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

    /// <summary>The value that configurations call <paramref name="text"/>; null where there is none.</summary>
    public static object? EnumValue(Type type, string text)
    {
        int index = Array.IndexOf(EnumNames(type), text);
        return index >= 0 ? Enum.GetValues(type).GetValue(index) : null;
    }

    /// <summary>A value as configurations write it; <see cref="Convert"/> reads it back.</summary>
    public static string Text(object value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            Enum member => OptionRules.ConfigName(member.ToString()),
            _ => System.Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static object ConvertEnum(YamlSource source, YamlNode node, string key, string text, Type type) =>
        EnumValue(type, text)
        ?? throw source.Error(node, $"{key} is '{text}'; expected one of {string.Join(", ", EnumNames(type))}.");

    private static string[] EnumNames(Type type) => [.. Enum.GetNames(type).Select(OptionRules.ConfigName)];

    public static object Create(YamlSource source, ModelKind kind, IReadOnlyList<Assignment> assignments)
    {
        object options = kind.DefaultOptions;
        foreach (Assignment assignment in assignments)
        {
            assignment.Key.Set(options, assignment.Value);
        }

        try
        {
            kind.Validate(options);
        }
        catch (MatineeException exception)
        {
            // A complaint begins with the option that it is about.
            Assignment? blamed = assignments.FirstOrDefault(assignment =>
                exception.Message.StartsWith(assignment.Key.Name + " ", StringComparison.Ordinal)
            );
            throw source.Error(blamed?.Node ?? source.Root, exception.Message);
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
