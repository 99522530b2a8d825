using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matinee.Core.Interactions;

/// <summary>A user id as the source data states it (MovieLens <c>userId</c>).</summary>
public readonly record struct UserId(int Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A movie id as the source data states it (MovieLens <c>movieId</c>).</summary>
[JsonConverter(typeof(ItemIdJsonConverter))]
public readonly record struct ItemId(int Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A user's row in the training data, 0-based and dense.</summary>
public readonly record struct UserIndex(int Value);

/// <summary>A movie's column in the training data, 0-based and dense.</summary>
public readonly record struct ItemIndex(int Value);

/// <summary>Ids are plain numbers in JSON.</summary>
internal sealed class ItemIdJsonConverter : JsonConverter<ItemId>
{
    public override ItemId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, ItemId value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}
