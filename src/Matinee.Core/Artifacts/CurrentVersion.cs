using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matinee.Core.Artifacts;

/// <summary>Which version of a model folder answers: <c>current.json</c>.</summary>
/// <param name="Version">Its name.</param>
/// <param name="Since">When it was made current.</param>
/// <param name="Before">Those that answered before it, the last one last: a rollback goes back through them.</param>
/// <param name="Answered">All that ever answered, this one too; null where an older Matinee wrote the file.</param>
internal sealed record CurrentVersion(
    string Version,
    DateTimeOffset Since,
    IReadOnlyList<string> Before,
    IReadOnlyList<string>? Answered = null
)
{
    public const string FileName = "current.json";

    /// <returns>Null where there is no such file.</returns>
    /// <exception cref="MatineeException">It can't be read.</exception>
    public static CurrentVersion? Read(string modelPath)
    {
        string file = Path.Combine(modelPath, FileName);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(file), CurrentVersionJson.Default.CurrentVersion)
                ?? throw new JsonException("It is null.");
        }
        catch (JsonException exception)
        {
            throw new MatineeException(
                $"{file} does not say which version answers: {exception.Message} 'matinee models rollback VERSION "
                    + $"--model-path {modelPath}' writes it anew.",
                exception
            );
        }
    }

    /// <summary>Whoever reads finds the old state or this one, also after a power cut.</summary>
    public void Write(string modelPath)
    {
        string file = Path.Combine(modelPath, FileName);
        string temporary = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream stream = File.Create(temporary))
            {
                JsonSerializer.Serialize(stream, this, CurrentVersionJson.Default.CurrentVersion);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(CurrentVersion))]
internal sealed partial class CurrentVersionJson : JsonSerializerContext;
