using Matinee.Core.Artifacts;

namespace Matinee.Cli.Tuning;

/// <summary>What a search writes: its trials as they end, and what is made of them at the end.</summary>
internal sealed class TuningFolder(string path)
{
    private const string JournalName = "trials.jsonl";
    private const string Temporary = ".tmp";
    private static readonly string[] s_results = ["best.yaml", "trials.csv", "trials.svg", "report.html"];

    private static readonly FolderKind s_kind = new(
        folder => File.Exists(Path.Combine(folder, JournalName)),
        [JournalName, .. s_results, .. s_results.Select(name => name + Temporary)]
    );

    public string Root => path;
    public string Journal => Path.Combine(path, JournalName);
    public string Best => Path.Combine(path, s_results[0]);
    public string Csv => Path.Combine(path, s_results[1]);
    public string Plot => Path.Combine(path, s_results[2]);
    public string Report => Path.Combine(path, s_results[3]);

    public bool HasTrials => TuningJournal.HasTrials(Journal);

    /// <exception cref="Core.MatineeException">It holds something that is not ours.</exception>
    public void RefuseForeign() => AtomicFolder.RefuseForeign(path, s_kind);

    /// <summary>Forgets the trials and what was made of them.</summary>
    public void Clear()
    {
        foreach (string name in s_kind.Entries)
        {
            File.Delete(Path.Combine(path, name));
        }
    }

    /// <summary>Writes a result whole or not at all.</summary>
    public static void Write(string file, string text)
    {
        File.WriteAllText(file + Temporary, text);
        File.Move(file + Temporary, file, overwrite: true);
    }
}
