using System.Reflection;
using System.Text.Json;
using Matinee.Client.Http;

namespace Matinee.Client.Tests.Contract;

/// <summary>Whether a type can hold whatever a schema describes.</summary>
internal sealed class AnswerFit(ApiDocument document)
{
    private readonly NullabilityInfoContext nullability = new();

    /// <returns>What the type lacks; nothing where it fits.</returns>
    public IEnumerable<string> Problems(JsonElement schema, Type type, string place)
    {
        JsonElement resolved = document.Resolve(schema);
        type = Nullable.GetUnderlyingType(type) ?? type;
        string[] types = [.. ApiDocument.Types(resolved).Where(one => one != "null")];
        return types switch
        {
            ["object"] when resolved.TryGetProperty("properties", out JsonElement properties) => properties
                .EnumerateObject()
                .SelectMany(property => Member(property.Value, type, property.Name, $"{place}.{property.Name}")),
            ["object"] when resolved.TryGetProperty("additionalProperties", out JsonElement values) => Generic(
                typeof(IReadOnlyDictionary<,>),
                values,
                type,
                place
            ),
            ["object"] => type == typeof(JsonElement) ? [] : Unfit(place, type, "any JSON"),
            ["array"] => Generic(typeof(IReadOnlyList<>), resolved.GetProperty("items"), type, place),
            ["integer"] => OneOf(place, type, "whole number", typeof(int), typeof(long), typeof(DateTimeOffset)),
            ["number"] => OneOf(place, type, "number", typeof(double)),
            ["boolean"] => OneOf(place, type, "flag", typeof(bool)),
            ["string"] => OneOf(place, type, "text", typeof(string), typeof(DateOnly)),
            _ => Unfit(place, type, resolved.GetRawText()),
        };
    }

    private IEnumerable<string> Member(JsonElement schema, Type type, string name, string place)
    {
        PropertyInfo? member =
            ClientJson
                .Default.GetTypeInfo(type)
                ?.Properties.FirstOrDefault(property => property.Name == name)
                ?.AttributeProvider as PropertyInfo;
        if (member is null)
        {
            return [$"{place}: {type.Name} has no property of this name."];
        }

        IEnumerable<string> problems = Problems(schema, member.PropertyType, place);
        bool takesNull = nullability.Create(member).ReadState == NullabilityState.Nullable;
        return ApiDocument.MayBeNull(schema) && !takesNull
            ? problems.Append($"{place} may be null, and {type.Name}.{member.Name} may not.")
            : problems;
    }

    private IEnumerable<string> Generic(Type wanted, JsonElement content, Type type, string place) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == wanted
            ? Problems(content, type.GetGenericArguments()[^1], $"{place}[]")
            : Unfit(place, type, wanted.Name);

    private static IEnumerable<string> OneOf(string place, Type type, string what, params Type[] fitting) =>
        fitting.Contains(type) ? [] : Unfit(place, type, what);

    private static IEnumerable<string> Unfit(string place, Type type, string what) =>
        [$"{place} is a {what}, and the client has {type.Name} there."];
}
