using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matinee.Api.Contracts;

/// <summary>A movie as clients name it: its MovieLens id (<c>603</c> or <c>"603"</c>), <c>"imdb:tt0133093"</c> or <c>"tmdb:603"</c>.</summary>
[JsonConverter(typeof(MovieReferenceConverter))]
public readonly record struct MovieReference(string Text);

internal sealed class MovieReferenceConverter : JsonConverter<MovieReference>
{
    private const int LongestText = 40;

    public override MovieReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int id))
        {
            return new MovieReference(id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: <= LongestText } text
            ? new MovieReference(text)
            : throw new JsonException("A movie is a number, 'imdb:tt0133093' or 'tmdb:603'.");
    }

    public override void Write(Utf8JsonWriter writer, MovieReference value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
