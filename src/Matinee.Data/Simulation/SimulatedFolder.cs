using Matinee.Core.Artifacts;

namespace Matinee.Data.Simulation;

/// <summary>
/// Where one kind of simulated data goes: MovieLens's CSV files and a marker. A folder is only replaced if it holds
/// nothing but earlier data of the same kind.
/// </summary>
/// <param name="kind">For messages: <c>demo</c>.</param>
/// <param name="generator">In the marker: <c>matinee demo</c>.</param>
internal sealed class SimulatedFolder(string kind, string generator)
{
    private static readonly string[] FileNames =
    [
        "movies.csv",
        "ratings.csv",
        "tags.csv",
        "links.csv",
        SimulatedMarker.FileName,
    ];

    /// <summary>Throws unless <paramref name="folder"/> is new, empty, or holds nothing but earlier data of the kind.</summary>
    public void EnsureReplaceable(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new MatineeException("The output folder has no name. Pass one with --output-dir.");
        }

        if (File.Exists(folder))
        {
            throw new MatineeException($"'{folder}' is a file. Pass a folder with --output-dir.");
        }

        if (!Directory.Exists(folder))
        {
            return;
        }

        string[] present = [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry))];
        if (present.Length == 0)
        {
            return;
        }

        if (!SimulatedMarker.Marks(folder, generator))
        {
            throw new MatineeException(
                $"'{folder}' is not empty and holds no {kind} data, so it stays as it is. "
                    + "Pass another folder with --output-dir, or empty this one."
            );
        }

        if (present.Except(FileNames).FirstOrDefault() is { } foreign)
        {
            throw new MatineeException(
                $"'{folder}' holds {kind} data and also '{foreign}', which would be lost. "
                    + "Move it away, or pass another folder with --output-dir."
            );
        }
    }

    /// <summary>Writes beside <paramref name="folder"/>, then puts the result in its place in one step.</summary>
    /// <param name="write">Fills the temporary folder whose path it is given.</param>
    public void Write(string folder, Action<string> write)
    {
        EnsureReplaceable(folder);
        AtomicFolder.Write(
            folder,
            new FolderKind(present => SimulatedMarker.Marks(present, generator), FileNames),
            write
        );
    }
}
