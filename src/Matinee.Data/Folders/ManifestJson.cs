using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matinee.Data.Folders;

[JsonSourceGenerationOptions(
    WriteIndented = true,
    RespectNullableAnnotations = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(DatasetManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext
{
    public const string FileName = "manifest.json";

    // The generated context has a property of the record's name.
    private const int CurrentVersion = Core.Interactions.DatasetManifest.CurrentSchemaVersion;

    public static void Write(string folder, DatasetManifest manifest) =>
        File.WriteAllText(
            Path.Combine(folder, FileName),
            JsonSerializer.Serialize(manifest, Default.DatasetManifest) + "\n"
        );

    /// <summary>Whether the folder's manifest is one of a dataset, whatever its schema version.</summary>
    public static bool IsDataset(string folder)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, FileName)));
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("schemaVersion", out _)
                && root.TryGetProperty("thresholds", out _)
                && root.TryGetProperty("split", out _)
                && root.TryGetProperty("counts", out _);
        }
        catch (Exception exception) when (exception is IOException or JsonException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <exception cref="MatineeException">The folder is no dataset of this schema version.</exception>
    public static DatasetManifest Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new MatineeException(
                $"There is no dataset {folder}. Make one with 'matinee preprocess --output-dir {folder}'."
            );
        }

        if (!IsDataset(folder))
        {
            throw new MatineeException(
                $"{folder} is not a dataset: it has no {FileName} as 'matinee preprocess' writes it. "
                    + "Check the path, or preprocess again."
            );
        }

        string path = Path.Combine(folder, FileName);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement version = document.RootElement.GetProperty("schemaVersion");
        if (version.ValueKind != JsonValueKind.Number || version.GetRawText() != $"{CurrentVersion}")
        {
            bool newer = version.ValueKind == JsonValueKind.Number && version.GetDouble() > CurrentVersion;
            throw new MatineeException(
                $"{path} has schema version {version}; this Matinee reads version {CurrentVersion}. "
                    + (newer ? "Update Matinee, or preprocess the data again." : "Preprocess the data again.")
            );
        }

        try
        {
            return document.Deserialize(Default.DatasetManifest)!;
        }
        catch (JsonException exception)
        {
            throw new MatineeException($"{path} is damaged: {exception.Message} Preprocess the data again.", exception);
        }
    }
}
