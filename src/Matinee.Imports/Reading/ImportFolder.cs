using Matinee.Core;

namespace Matinee.Imports.Reading;

/// <summary>An unpacked export. Links are not followed: they may lead in circles, or out.</summary>
internal static class ImportFolder
{
    private static readonly EnumerationOptions Everything = new()
    {
        IgnoreInaccessible = true,
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    public static ImportFiles Open(string path, ImportLimits limits, CancellationToken cancellation)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        var budget = new ImportBudget(name, limits);
        var files = new List<(string, Func<int?, ReadOnlyMemory<byte>>)>();
        foreach (string file in Guarded(path, () => Directory.EnumerateFiles(path, "*", Everything)))
        {
            cancellation.ThrowIfCancellationRequested();
            string inside = Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/');
            if (ImportNames.IsNoise(inside) || ImportNames.IsMedia(inside))
            {
                continue;
            }

            if (files.Count == limits.Entries)
            {
                throw new MatineeException(
                    $"{path} holds more than {limits.Entries} files, which is as many as are looked at. "
                        + "Pass a folder further down."
                );
            }

            files.Add((inside, count => Read(file, count, limits, budget, cancellation)));
        }

        files.Sort((one, other) => string.CompareOrdinal(one.Item1, other.Item1));
        return new ImportFiles(name, ImportFiles.WithoutTopFolder(files));
    }

    public static byte[] ReadFile(string path, ImportLimits limits)
    {
        if (!File.Exists(path))
        {
            throw new MatineeException($"There is no file or folder {Excerpt.Of(path)}. Check the path.");
        }

        return Read(path, null, limits, new ImportBudget(path, limits), CancellationToken.None);
    }

    private static byte[] Read(
        string path,
        int? count,
        ImportLimits limits,
        ImportBudget budget,
        CancellationToken cancellation
    ) =>
        Guarded(
            path,
            () =>
            {
                using FileStream stream = File.OpenRead(path);
                if (count is { } opening)
                {
                    return ImportBudget.ReadOpening(stream, opening);
                }

                ImportBudget.CheckFile(path, stream.Length, limits);
                return budget.ReadAll(stream, cancellation);
            }
        );

    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MatineeException($"{path} can't be read: {exception.Message} Check the file.", exception);
        }
    }
}
