namespace Matinee.Data.Download;

/// <summary>A folder that is filled under a temporary name and takes its place in one move, or vanishes.</summary>
internal sealed class StagingFolder : IDisposable
{
    private readonly string target;

    public StagingFolder(string target)
    {
        this.target = target;
        Path = target + ".unpacking";
        Delete(Path);
    }

    public string Path { get; }

    public void MoveToTarget()
    {
        string replaced = target + ".replaced";
        Delete(replaced);
        bool existed = Directory.Exists(target);
        if (existed)
        {
            Directory.Move(target, replaced);
        }

        try
        {
            Directory.Move(Path, target);
        }
        catch when (existed)
        {
            Directory.Move(replaced, target);
            throw;
        }

        Delete(replaced);
    }

    public void Dispose() => Delete(Path);

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
