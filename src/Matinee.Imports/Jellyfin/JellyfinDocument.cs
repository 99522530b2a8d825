using System.Text.Encodings.Web;
using System.Text.Json;
using Matinee.Core;

namespace Matinee.Imports.Jellyfin;

/// <summary>The items of many pages as one, without what no import reads.</summary>
internal sealed class JellyfinDocument : IDisposable
{
    // What an import takes of a file.
    private const int MostBytes = 16 << 20;

    private static readonly string[] Properties = ["Name", "OriginalTitle", "ProductionYear", "Type", "ProviderIds"];

    private static readonly string[] UserProperties =
    [
        "Played",
        "PlayCount",
        "IsFavorite",
        "LastPlayedDate",
        "Rating",
        "Likes",
    ];

    private readonly MemoryStream bytes = new();
    private readonly Utf8JsonWriter json;
    private readonly HashSet<string> ids = [];
    private int written;

    public JellyfinDocument()
    {
        json = new Utf8JsonWriter(
            bytes,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
        json.WriteStartObject();
        json.WriteStartArray("Items");
    }

    /// <param name="page">An answer of the server.</param>
    /// <param name="added">Those that no page before had.</param>
    /// <param name="total">What the server says there are on all pages; 0 where it doesn't.</param>
    /// <returns>How many items the page has.</returns>
    /// <exception cref="MatineeException">It is no page of items, or together they are too many.</exception>
    public int Add(JellyfinConnection connection, JsonElement page, out int added, out long total)
    {
        added = 0;
        total = 0;
        if (
            page.ValueKind != JsonValueKind.Object
            || !page.TryGetProperty("Items", out JsonElement items)
            || items.ValueKind != JsonValueKind.Array
        )
        {
            throw connection.Garbage();
        }

        if (page.TryGetProperty("TotalRecordCount", out JsonElement count) && count.ValueKind == JsonValueKind.Number)
        {
            total = count.TryGetInt64(out long said) ? said : 0;
        }

        try
        {
            foreach (JsonElement item in items.EnumerateArray())
            {
                added += Add(connection, item) ? 1 : 0;
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // Half a surrogate pair in a text, which can't be written again.
            throw connection.Garbage();
        }

        return items.GetArrayLength();
    }

    public byte[] Finish()
    {
        json.WriteEndArray();
        json.WriteNumber("TotalRecordCount", written);
        json.WriteEndObject();
        json.Flush();
        return bytes.ToArray();
    }

    public void Dispose()
    {
        json.Dispose();
        bytes.Dispose();
    }

    private bool Add(JellyfinConnection connection, JsonElement item)
    {
        if (
            item.ValueKind != JsonValueKind.Object
            || !item.TryGetProperty("Id", out JsonElement id)
            || id.ValueKind != JsonValueKind.String
        )
        {
            throw connection.Garbage();
        }

        // A library that changes between two pages says some twice, and a server that knows no pages all of them.
        if (!ids.Add(id.GetString()!))
        {
            return false;
        }

        json.WriteStartObject();
        Copy(item, Properties);
        if (item.TryGetProperty("UserData", out JsonElement data) && data.ValueKind == JsonValueKind.Object)
        {
            json.WriteStartObject("UserData");
            Copy(data, UserProperties);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        written++;
        if (json.BytesCommitted + json.BytesPending > MostBytes)
        {
            throw new MatineeException(
                $"{connection.Address} has more movies than an import takes ({MostBytes >> 20} MiB of them)."
                    + " Save its pages of /Users/ID/Items as files, and import those one by one."
            );
        }

        return true;
    }

    private void Copy(JsonElement from, string[] names)
    {
        foreach (string name in names)
        {
            if (from.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
        }
    }
}
