using Matinee.Text.Caching;

namespace Matinee.Text.Tests.Caching;

/// <summary>A cache folder of its own for a test, deleted after it.</summary>
internal sealed class TemporaryCache : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("matinee-text-").FullName;

    public string File => Path.Combine(Folder, "embeddings", "counting.vectors");

    public EmbeddingCache Open() => new(Folder) { TextsPerWrite = 16 };

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
