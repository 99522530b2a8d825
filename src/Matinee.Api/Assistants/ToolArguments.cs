using System.Globalization;
using System.Text.Json;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Core;
using Microsoft.Extensions.Primitives;

namespace Matinee.Api.Assistants;

/// <summary>A tool's arguments as the query that says the same, so that both are read by the same code.</summary>
internal static class ToolArguments
{
    private const int MostValues = 100;

    /// <param name="parameters">Those that a query can say.</param>
    /// <param name="others">Names of those that the tool reads itself.</param>
    /// <exception cref="ProblemException">An argument is unknown, or of a kind that no query can say.</exception>
    public static IQueryCollection Query(
        IDictionary<string, JsonElement> arguments,
        IReadOnlyList<Parameter> parameters,
        params ReadOnlySpan<string> others
    )
    {
        var errors = new Errors();
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach ((string name, JsonElement value) in arguments)
        {
            if (others.Contains(name))
            {
                continue;
            }

            if (parameters.FirstOrDefault(one => one.Name == name) is not { } parameter)
            {
                errors.Add(QueryReader.Shown(name), Unknown(name, [.. parameters.Select(one => one.Name), .. others]));
            }
            else if (Values(value, parameter) is { } texts)
            {
                if (texts.Length > 0)
                {
                    values.Add(name, new StringValues(texts));
                }
            }
            else
            {
                errors.Add(name, $"{name} must be {Wanted(parameter)}, not {Kind(value)}.");
            }
        }

        errors.ThrowIfAny();
        return new QueryCollection(values);
    }

    /// <summary>A text or a number as text; null where the value is neither.</summary>
    public static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Unpaired(value),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            // Some assistants write every number with a point.
            JsonValueKind.Number => value.TryGetDouble(out double number)
            && Math.Abs(number) < int.MaxValue
            && Math.Floor(number) == number
                ? ((long)number).ToString(CultureInfo.InvariantCulture)
                : value.GetRawText(),
            _ => null,
        };

    /// <summary>What a value is, in words.</summary>
    public static string Kind(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => $"'{QueryReader.Shown(Text(value)!)}'",
            _ => QueryReader.Shown(value.GetRawText()),
        };

    public static bool IsAbsent(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    // Empty: as if it were not there.
    private static string[]? Values(JsonElement value, Parameter parameter)
    {
        if (IsAbsent(value))
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            return Text(value) is { } text ? [text] : null;
        }

        if (!parameter.Repeats || value.GetArrayLength() > MostValues)
        {
            return null;
        }

        string?[] texts = [.. value.EnumerateArray().Select(Text)];
        return Array.Exists(texts, text => text is null) ? null : [.. texts.OfType<string>()];
    }

    // Half of a surrogate pair is no text, and the reader throws at it.
    private static string Unpaired(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "�";
        }
    }

    private static string Wanted(Parameter parameter) =>
        parameter switch
        {
            WholeParameter => "a whole number",
            NumberParameter => "a number",
            FlagParameter => "true or false",
            { Repeats: true } => $"a list of at most {MostValues} texts",
            _ => "a text",
        };

    private static string Unknown(string name, string[] known) =>
        $"There is no argument '{QueryReader.Shown(name)}'. "
        + (
            NearestName.Find(name.Length > 40 ? name[..40] : name, known) is { } near
                ? $"Did you mean {near}?"
                : $"There are {string.Join(", ", known)}."
        );
}
