using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Matinee.Core.Catalog;

namespace Matinee.Api.Contracts;

/// <summary>A movie in a body: its MovieLens id as a number or a text, <c>"imdb:tt0133093"</c> or <c>"tmdb:603"</c>.</summary>
internal sealed class MovieReferenceConverter : JsonConverter<MovieReference>
{
    public const string Forms = "a MovieLens id such as 2571, imdb:tt0133093 or tmdb:603";

    // Its number has no more than that many digits, whatever the source.
    private const int LongestText = 30;

    public override MovieReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt32(out int id) => id.ToString(CultureInfo.InvariantCulture),
            JsonTokenType.String => reader.GetString(),
            _ => null,
        };
        return text is { Length: <= LongestText } && MovieReference.TryParse(text, out MovieReference reference)
            ? reference
            : throw new JsonException($"It must be {Forms}.");
    }

    public override void Write(Utf8JsonWriter writer, MovieReference value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
