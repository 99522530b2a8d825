using Matinee.Text.Caching;

namespace Matinee.Neural.Tests.Hybrid;

/// <summary>Tests that share torch's random numbers and threads, and so run one after another; texts are encoded once.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAfterAnother : ICollectionFixture<TextCache>
{
    public const string Name = "torch";
}

/// <summary>An embedding cache of the tests' own.</summary>
public sealed class TextCache : IDisposable
{
    private readonly string? before = Environment.GetEnvironmentVariable(CacheFolder.Variable);
    private readonly string folder = Directory.CreateTempSubdirectory("matinee-texts-").FullName;

    public TextCache() => Environment.SetEnvironmentVariable(CacheFolder.Variable, folder);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(CacheFolder.Variable, before);
        Directory.Delete(folder, recursive: true);
    }
}
