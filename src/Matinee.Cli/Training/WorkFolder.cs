namespace Matinee.Cli.Training;

/// <summary>
/// What a training keeps beside its model until that is written, <c>&lt;model&gt;.training</c>: checkpoints to go on from and
/// logs. Nothing else in it is touched.
/// </summary>
internal sealed class WorkFolder(string outputDir)
{
    private const string Checkpoints = "training-*.safetensors";
    private static readonly string[] s_ours = [Checkpoints, "training-*.csv", "training-*.tmp"];

    public string Path { get; } = System.IO.Path.TrimEndingDirectorySeparator(outputDir) + ".training";

    public bool HasCheckpoint => Directory.Exists(Path) && Directory.EnumerateFiles(Path, Checkpoints).Any();

    /// <summary>What to do after an end that was none, a sentence.</summary>
    public string Advice =>
        $"The training so far is kept in {Path}: the same command goes on from there, --no-resume starts afresh.";

    /// <summary>Forgets all trainings; the folder goes, too, where it holds nothing else.</summary>
    public void Clear()
    {
        if (!Directory.Exists(Path))
        {
            return;
        }

        foreach (string file in s_ours.SelectMany(pattern => Directory.GetFiles(Path, pattern)))
        {
            File.Delete(file);
        }

        if (!Directory.EnumerateFileSystemEntries(Path).Any())
        {
            Directory.Delete(Path);
        }
    }
}
