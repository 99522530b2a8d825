namespace Matinee.Core.Models;

/// <summary>A CSV with one line per epoch or sweep; a training that goes on goes on writing.</summary>
/// <param name="header">
/// Columns by name; the first says what a line is of, and <c>loss</c>, <c>validation_loss</c> (empty where nothing is held out),
/// <c>samples</c> and <c>seconds</c> are among them.
/// </param>
public sealed class TrainingLog(string path, string header)
{
    /// <summary>Forgets what came after a line: it will come again.</summary>
    public void KeepUpTo(int lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string[] kept = File.Exists(path) ? [.. File.ReadLines(path).Skip(1).Take(lines)] : [];
        File.WriteAllLines(path, [header, .. kept]);
    }

    public void Append(string line) => File.AppendAllText(path, line + "\n");
}
