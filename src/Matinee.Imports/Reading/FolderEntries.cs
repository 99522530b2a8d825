using System.Globalization;
using Matinee.Core;

namespace Matinee.Imports.Reading;

/// <summary>The files of a folder tree; links are not followed.</summary>
internal static class FolderEntries
{
    private static readonly EnumerationOptions Walk = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System,
        IgnoreInaccessible = true,
        MaxRecursionDepth = 32,
    };

    /// <exception cref="MatineeException">It can't be read, or holds too much.</exception>
    public static List<ImportEntry> Of(string folder, ImportLimits limits)
    {
        var budget = new UnpackedBudget(limits);
        var entries = new List<ImportEntry>();
        foreach (string path in Directory.EnumerateFiles(folder, "*", Walk))
        {
            if (entries.Count == limits.Entries)
            {
                throw new MatineeException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{folder} holds more than {limits.Entries} files. Pass the folder that matters."
                    )
                );
            }

            string name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            entries.Add(new ImportEntry(name, () => Read(path, budget)));
        }

        // File systems list in any order.
        entries.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return entries;
    }

    /// <exception cref="MatineeException">It can't be read.</exception>
    public static byte[] Read(string path, UnpackedBudget budget)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return budget.Read(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MatineeException($"{path} can't be read: {exception.Message} Check the path.", exception);
        }
    }
}
