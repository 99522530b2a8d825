using System.Text;
using System.Text.Json;
using Matinee.Core;

namespace Matinee.Cli.Tuning;

/// <summary>
/// The trials on disk, one line of JSON each below a line that says of which search they are. A trial is on the disk before the next
/// begins; a line that was cut off when the program was killed is none.
/// </summary>
internal sealed class TuningJournal : IDisposable
{
    private readonly FileStream stream;
    private readonly TuningPlan plan;
    private readonly List<TuningTrial> trials = [];

    private TuningJournal(FileStream stream, TuningPlan plan)
    {
        this.stream = stream;
        this.plan = plan;
    }

    public IReadOnlyList<TuningTrial> Trials => trials;

    /// <summary>Whether a file holds at least one whole trial.</summary>
    public static bool HasTrials(string path) => File.Exists(path) && File.ReadAllText(path).Count(c => c == '\n') > 1;

    /// <summary>Opens what is there, or begins anew.</summary>
    /// <exception cref="MatineeException">It is of another search, is damaged, or another program is writing it.</exception>
    public static TuningJournal Open(string path, TuningPlan plan)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new MatineeException(
                $"{path} can't be opened: {exception.Message} If another 'tune' is writing there, wait for it, or "
                    + "choose another --output-dir.",
                exception
            );
        }

        var journal = new TuningJournal(stream, plan);
        try
        {
            journal.Load(path);
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    public void Append(TuningTrial trial)
    {
        trials.Add(trial);
        Write(TrialLine.Write(plan, trial));
    }

    public void Dispose() => stream.Dispose();

    private void Load(string path)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        int whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        stream.SetLength(whole);
        stream.Position = whole;
        string[] lines = Encoding.UTF8.GetString(bytes, 0, whole).Split('\n')[..^1];
        if (lines.Length == 0)
        {
            Write(plan.Identity());
            return;
        }

        if (lines[0] != plan.Identity())
        {
            throw new MatineeException(
                $"{path} holds the trials of another search{Difference(lines[0])}. Choose another --output-dir, or pass "
                    + "--no-resume to replace them."
            );
        }

        foreach ((int n, string line) in lines.Skip(1).Index())
        {
            trials.Add(
                TrialLine.Read(plan, line) is { } trial && trial.Number == n + 1
                    ? trial
                    : throw new MatineeException(
                        $"{path}, line {n + 2}: this is not trial {n + 1} as 'tune' wrote it. Restore the file, or pass "
                            + "--no-resume to start afresh."
                    )
            );
        }
    }

    private void Write(string line)
    {
        stream.Write(Encoding.UTF8.GetBytes(line + "\n"));
        stream.Flush(flushToDisk: true);
    }

    private string Difference(string line)
    {
        try
        {
            using JsonDocument theirs = JsonDocument.Parse(line);
            using JsonDocument ours = JsonDocument.Parse(plan.Identity());
            string[] others =
            [
                .. ours
                    .RootElement.EnumerateObject()
                    .Where(part =>
                        !theirs.RootElement.TryGetProperty(part.Name, out JsonElement their)
                        || their.GetRawText() != part.Value.GetRawText()
                    )
                    .Select(part => $"another {part.Name}"),
            ];
            return others.Length > 0 ? $" ({string.Join(", ", others)})" : "";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return "";
        }
    }
}
