using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matinee.Api.Access;

/// <summary>Scopes by name: <c>read</c>, <c>write</c>, <c>admin</c>.</summary>
internal sealed class AccessScopeConverter : JsonConverter<AccessScope>
{
    public static IReadOnlyList<string> Names { get; } = ["read", "write", "admin"];

    public static bool TryParse(string? text, out AccessScope scope)
    {
        int place = Names.ToList().IndexOf(text ?? "");
        scope = (AccessScope)(place + 1);
        return place >= 0;
    }

    public static string NameOf(AccessScope scope) => Names[(int)scope - 1];

    public override AccessScope Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out AccessScope scope)
            ? scope
            : throw new JsonException($"The value must be {string.Join(" or ", Names)}.");

    public override void Write(Utf8JsonWriter writer, AccessScope value, JsonSerializerOptions options) =>
        writer.WriteStringValue(NameOf(value));
}
