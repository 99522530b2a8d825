using Matinee.Core;
using Matinee.Core.Artifacts;

namespace Matinee.Cli.Retraining;

/// <summary>
/// Where a retraining works, <c>versions/.retrain</c> of its model folder: on the file system of the versions, so that a model becomes
/// one by being renamed. One process at a time; what a killed one left is cleared by the next.
/// </summary>
internal sealed class RetrainFolder : IDisposable
{
    private const string LockFile = "lock";
    private const string RejectedFolder = "rejected";

    private readonly string root;
    private readonly FileStream hold;

    private RetrainFolder(string root, FileStream hold)
    {
        this.root = root;
        this.hold = hold;
    }

    public string Raw => Path.Combine(root, "raw");
    public string Candidate => Path.Combine(root, "candidate");

    /// <exception cref="MatineeException">Another retraining of the model runs.</exception>
    public static RetrainFolder Open(string modelPath)
    {
        string root = Path.Combine(modelPath, ModelHistory.VersionsFolder, ".retrain");
        Directory.CreateDirectory(root);
        FileStream hold =
            FileLock.TryTake(Path.Combine(root, LockFile))
            ?? throw new MatineeException(
                $"{modelPath} is being retrained by another process. Wait until it has ended, or stop it."
            );
        var folder = new RetrainFolder(root, hold);
        folder.Clear();
        return folder;
    }

    /// <summary>Keeps the candidate for looking at it, instead of the last one that was kept.</summary>
    /// <returns>Where it is.</returns>
    public string Reject(TimeProvider time)
    {
        string rejected = Path.Combine(root, RejectedFolder);
        if (Directory.Exists(rejected))
        {
            Directory.Delete(rejected, recursive: true);
        }

        Directory.CreateDirectory(rejected);
        string hash = FileHashes.Sha256(Path.Combine(Candidate, ModelBundle.ManifestFile));
        string kept = Path.Combine(rejected, ModelVersion.NameOf(time.GetUtcNow(), hash));
        Directory.Move(Candidate, kept);
        return kept;
    }

    public void Dispose()
    {
        try
        {
            Clear();
        }
        finally
        {
            hold.Dispose();
        }
    }

    private void Clear()
    {
        foreach (string folder in Directory.GetDirectories(root))
        {
            if (Path.GetFileName(folder) != RejectedFolder)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
