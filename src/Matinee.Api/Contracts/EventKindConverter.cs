using System.Text.Json;
using System.Text.Json.Serialization;
using Matinee.Api.Store;

namespace Matinee.Api.Contracts;

/// <summary><c>watched</c>, <c>liked</c> and <c>clicked</c>, in lower case and nothing else.</summary>
internal sealed class EventKindConverter : JsonConverter<EventKind>
{
    public override EventKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.String ? throw Wrong()
        : reader.ValueTextEquals("watched"u8) ? EventKind.Watched
        : reader.ValueTextEquals("liked"u8) ? EventKind.Liked
        : reader.ValueTextEquals("clicked"u8) ? EventKind.Clicked
        : throw Wrong();

    public override void Write(Utf8JsonWriter writer, EventKind value, JsonSerializerOptions options) =>
        writer.WriteStringValue(
            value switch
            {
                EventKind.Watched => "watched"u8,
                EventKind.Liked => "liked"u8,
                _ => "clicked"u8,
            }
        );

    private static JsonException Wrong() => new("It must be 'watched', 'liked' or 'clicked'.");
}
