namespace Matinee.Neural.Tests.Hybrid;

/// <summary>A folder for one test's files, deleted with them at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("matinee-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
