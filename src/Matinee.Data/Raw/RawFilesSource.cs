namespace Matinee.Data.Raw;

/// <summary>
/// Finds the raw files under a path: in the folder itself, in its folders, or in a zip (given, or lying in the folder),
/// at the archive's root or one folder down. Keeps archives open while it lives.
/// </summary>
internal sealed class RawFilesSource : IDisposable
{
    // A closed folder beside the data, such as lost+found, is passed over.
    private static readonly EnumerationOptions Readable = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };

    private readonly List<RawArchive> archives = [];

    private RawFilesSource() { }

    public RawFiles Files { get; private set; } = null!;
    public IRatingsLayout Layout { get; private set; } = null!;

    /// <exception cref="MatineeException">Nothing recognisable is there, or more than one dataset.</exception>
    public static RawFilesSource Open(string path, IReadOnlyList<IRatingsLayout> layouts)
    {
        var source = new RawFilesSource();
        try
        {
            source.Find(path, layouts);
            return source;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    public void Dispose() => archives.ForEach(archive => archive.Dispose());

    private void Find(string path, IReadOnlyList<IRatingsLayout> layouts)
    {
        // The nearest place wins: an unpacked folder beside the zip it came from is no ambiguity.
        foreach (IEnumerable<RawFiles> places in Places(path))
        {
            (RawFiles Files, IRatingsLayout Layout)[] found =
            [
                .. from files in places
                let layout = layouts.FirstOrDefault(layout => layout.Recognises(files))
                where layout is not null
                select (files, layout),
            ];
            if (found.Length > 1)
            {
                throw new MatineeException(
                    $"{path} holds {found.Length} datasets: {string.Join(", ", found.Select(entry => entry.Files.Location))}. "
                        + "Pass one of them as --data-dir."
                );
            }

            if (found is [var only])
            {
                only.Files.Vet();
                (Files, Layout) = only;
                return;
            }
        }

        string wanted = string.Join(" or ", layouts.Select(layout => layout.Wanted).Distinct());
        throw new MatineeException(
            $"No ratings found in {path}: looked for {wanted} there, one folder down, and in zip files. "
                + "Get data with 'matinee download ml-latest-small' or 'matinee demo', or pass its place as --data-dir."
        );
    }

    private IEnumerable<IEnumerable<RawFiles>> Places(string path)
    {
        if (File.Exists(path))
        {
            return [InArchive(path)];
        }

        if (!Directory.Exists(path))
        {
            throw new MatineeException(
                $"There is no folder or zip file {path}. "
                    + "Get data with 'matinee download ml-latest-small' or 'matinee demo', or pass its place as --data-dir."
            );
        }

        return
        [
            [InFolder(path)],
            Directory.EnumerateDirectories(path, "*", Readable).Order(StringComparer.Ordinal).Select(InFolder),
            Directory.EnumerateFiles(path, "*.zip", Readable).Order(StringComparer.Ordinal).SelectMany(InArchive),
        ];
    }

    private static RawFiles InFolder(string path) =>
        new(
            path,
            [
                .. Directory
                    .EnumerateFiles(path, "*", Readable)
                    // A link to nowhere is no file.
                    .Where(File.Exists)
                    .Order(StringComparer.Ordinal)
                    .Select(RawFile.At),
            ]
        );

    private IEnumerable<RawFiles> InArchive(string path)
    {
        RawArchive archive = RawArchive.Open(path, new RawArchiveLimits());
        archives.Add(archive);
        return archive.Folders;
    }
}
