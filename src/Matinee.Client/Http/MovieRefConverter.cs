using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matinee.Client.Http;

/// <summary>Movies in bodies, as texts: the server takes a MovieLens id as either.</summary>
internal sealed class MovieRefConverter : JsonConverter<MovieRef>
{
    public override MovieRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.GetInt32();
        }

        string text = reader.GetString() ?? throw new JsonException("A movie must not be null.");
        return text.StartsWith("imdb:", StringComparison.Ordinal) ? MovieRef.Imdb(text[5..])
            : text.StartsWith("tmdb:", StringComparison.Ordinal)
                ? MovieRef.Tmdb(int.Parse(text[5..], CultureInfo.InvariantCulture))
            : int.Parse(text, CultureInfo.InvariantCulture);
    }

    public override void Write(Utf8JsonWriter writer, MovieRef value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
