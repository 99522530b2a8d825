namespace Matinee.Imports.Reading;

/// <summary>All files of one import.</summary>
/// <param name="Name">What was given: a file's, archive's or folder's name, for people.</param>
internal sealed record ImportFiles(string Name, IReadOnlyList<ImportFile> All)
{
    /// <summary>What of it was passed over and why, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Entries may stand at the root or all under one folder, as people pack them; names are without it.</summary>
    public static IReadOnlyList<ImportFile> WithoutTopFolder(
        IReadOnlyList<(string Name, Func<int?, ReadOnlyMemory<byte>> Read)> files
    )
    {
        string? top = files.Count == 0 ? null : Top(files[0].Name);
        bool shared = top is not null && files.All(file => Top(file.Name) == top);
        return
        [
            .. files.Select(file => new ImportFile(shared ? file.Name[(top!.Length + 1)..] : file.Name, file.Read)),
        ];
    }

    private static string? Top(string name)
    {
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash <= 0 ? null : name[..slash];
    }
}
