using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Matinee.Core.Artifacts;

/// <summary>Collects what one model stores and writes it to its folder of a bundle.</summary>
public sealed class ComponentWriter
{
    public const string TensorsFile = "tensors.safetensors";
    public const string OptionsFile = "options.json";

    private string? options;

    public SafetensorsWriter Tensors { get; } = new();

    public void SetOptions<T>(T value, JsonTypeInfo<T> type) => options = JsonSerializer.Serialize(value, type);

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        using (FileStream stream = File.Create(Path.Combine(folder, TensorsFile)))
        {
            Tensors.Write(stream);
        }

        File.WriteAllText(Path.Combine(folder, OptionsFile), (options ?? "{}") + "\n");
    }
}

/// <summary>What a model reads itself back from.</summary>
public sealed class ComponentReader : IDisposable
{
    private readonly string folder;

    public ComponentReader(string folder)
    {
        this.folder = folder;
        Tensors = new SafetensorsReader(Path.Combine(folder, ComponentWriter.TensorsFile));
    }

    public SafetensorsReader Tensors { get; }

    public T Options<T>(JsonTypeInfo<T> type)
    {
        string path = Path.Combine(folder, ComponentWriter.OptionsFile);
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), type) ?? throw new JsonException("It is empty.");
        }
        catch (JsonException exception)
        {
            throw new MatineeException(
                $"{path} can't be read: {exception.Message} Train the model again, or restore the file.",
                exception
            );
        }
    }

    public void Dispose() => Tensors.Dispose();
}
