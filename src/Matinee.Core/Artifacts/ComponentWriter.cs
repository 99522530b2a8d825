using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Matinee.Core.Artifacts;

/// <summary>Collects what one model stores and writes it to its folder of a bundle.</summary>
public sealed class ComponentWriter
{
    public const string TensorsFile = "tensors.safetensors";
    public const string OptionsFile = "options.json";

    private readonly Dictionary<string, ComponentWriter> parts = [];
    private string? options;

    public SafetensorsWriter Tensors { get; } = new();

    public void SetOptions<T>(T value, JsonTypeInfo<T> type) => options = JsonSerializer.Serialize(value, type);

    /// <summary>A place of its own for a model that is part of this one, in a folder of that name.</summary>
    public ComponentWriter Part(string name)
    {
        var part = new ComponentWriter();
        parts.Add(name, part);
        return part;
    }

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        using (FileStream stream = File.Create(Path.Combine(folder, TensorsFile)))
        {
            Tensors.Write(stream);
        }

        File.WriteAllText(Path.Combine(folder, OptionsFile), (options ?? "{}") + "\n");
        foreach ((string name, ComponentWriter part) in parts)
        {
            part.Write(Path.Combine(folder, name));
        }
    }
}

/// <summary>What a model reads itself back from.</summary>
public sealed class ComponentReader : IDisposable
{
    private readonly string folder;
    private readonly TensorMapping mapping;

    public ComponentReader(string folder, TensorMapping mapping = TensorMapping.Large)
    {
        this.folder = folder;
        this.mapping = mapping;
        Tensors = new SafetensorsReader(Path.Combine(folder, ComponentWriter.TensorsFile), mapping);
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

    /// <summary>What <see cref="ComponentWriter.Part"/> wrote under that name.</summary>
    public ComponentReader Part(string name)
    {
        string place = Path.Combine(folder, name);
        return Directory.Exists(place)
            ? new ComponentReader(place, mapping)
            : throw new MatineeException(
                $"{place} is missing. Train the model again, or restore the folder from a copy."
            );
    }

    public void Dispose() => Tensors.Dispose();
}
