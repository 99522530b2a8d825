namespace Matinee.Data.Raw;

/// <summary>A file of a raw dataset, wherever it lies.</summary>
/// <param name="Name">The name without folders.</param>
/// <param name="Length">Bytes when opened.</param>
internal sealed record RawFile(string Name, long Length, Func<Stream> Open)
{
    /// <exception cref="MatineeException">There is no such file.</exception>
    public static RawFile At(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new MatineeException("A file was asked for and its name is empty. Check the path.");
        }

        var file = new FileInfo(path);
        return file.Exists
            ? new RawFile(file.Name, file.Length, file.OpenRead)
            : throw new MatineeException($"There is no file {path}. Check the path.");
    }
}

/// <summary>The files of one folder, on disk or in a zip archive.</summary>
/// <param name="Location">Where they lie, for people.</param>
internal sealed record RawFiles(string Location, IReadOnlyList<RawFile> Files)
{
    /// <summary>Throws a <see cref="MatineeException"/> where the files ask for more than is fair; call it before reading.</summary>
    public Action Vet { get; init; } = () => { };

    /// <summary>By name, whatever its case.</summary>
    public RawFile? Find(string name) =>
        Files.FirstOrDefault(file => file.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
