using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matinee.Data.Registry;

/// <summary>The models that are offered somewhere: <c>registry.json</c>.</summary>
public sealed record ModelRegistry
{
    public const string FileName = "registry.json";
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public IReadOnlyList<RegistryEntry> Models { get; init; } = [];

    /// <param name="where">For messages.</param>
    /// <exception cref="MatineeException">There is no such model; the message says which there are.</exception>
    public RegistryEntry Find(string name, string where)
    {
        if (Models.FirstOrDefault(model => model.Name == name) is { } found)
        {
            return found;
        }

        string[] names = [.. Models.Select(model => model.Name)];
        string nearest = NearestName.Find(name, names, ignoreCase: true) is { } near ? $" Did you mean '{near}'?" : "";
        throw new MatineeException(
            $"{where} has no model '{name}'.{nearest} "
                + (names.Length == 0 ? "It is empty." : $"It has: {string.Join(", ", names)}.")
        );
    }

    /// <summary>The same with a model put in, in place of one of its name, by name.</summary>
    public ModelRegistry With(RegistryEntry entry) =>
        this with
        {
            Models =
            [
                .. Models
                    .Where(model => model.Name != entry.Name)
                    .Append(entry)
                    .OrderBy(model => model.Name, StringComparer.Ordinal),
            ],
        };

    public string ToJson() => JsonSerializer.Serialize(this, RegistryJson.Default.ModelRegistry) + "\n";

    /// <param name="where">For messages.</param>
    /// <exception cref="MatineeException">The text is no registry, of another version, or an entry is wrong.</exception>
    public static ModelRegistry FromJson(string json, string where)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            int version = document.RootElement.GetProperty("schemaVersion").GetInt32();
            if (version != CurrentSchemaVersion)
            {
                throw new MatineeException(
                    $"{where} has schema version {version}; this Matinee reads {CurrentSchemaVersion}. Update Matinee."
                );
            }

            ModelRegistry registry =
                document.Deserialize(RegistryJson.Default.ModelRegistry) ?? throw new JsonException("It is empty.");
            return registry with { Models = [.. registry.Models.Select(model => model.Check(where))] };
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new MatineeException(
                $"{where} is not a registry of models: {exception.Message} Check the address; "
                    + "'matinee models build' writes one beside its packages.",
                exception
            );
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(ModelRegistry))]
internal sealed partial class RegistryJson : JsonSerializerContext;
