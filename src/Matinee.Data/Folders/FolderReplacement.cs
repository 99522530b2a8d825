namespace Matinee.Data.Folders;

/// <summary>
/// A folder that is written beside its final place and renamed when it is complete: readers see the old one or the new
/// one, and a failure leaves the old one as it was.
/// </summary>
internal sealed class FolderReplacement : IDisposable
{
    private readonly string target;

    public FolderReplacement(string target)
    {
        this.target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        Folder = Sibling("writing");
        DeleteIfThere(Folder);
        Directory.CreateDirectory(Folder);
    }

    /// <summary>Where to write until <see cref="Commit"/>.</summary>
    public string Folder { get; }

    public void Commit()
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(Folder, target);
            return;
        }

        string old = Sibling("replaced");
        DeleteIfThere(old);
        Directory.Move(target, old);
        try
        {
            Directory.Move(Folder, target);
        }
        catch
        {
            Directory.Move(old, target);
            throw;
        }

        Directory.Delete(old, recursive: true);
    }

    public void Dispose() => DeleteIfThere(Folder);

    private string Sibling(string purpose) =>
        Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{purpose}-{Environment.ProcessId}");

    private static void DeleteIfThere(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
