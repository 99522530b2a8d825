using System.Globalization;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>A CSV with one line per sweep; a training that goes on goes on writing.</summary>
internal sealed class SweepLog(string path)
{
    private const string Header = "sweep,loss,validation_loss,samples,seconds";

    /// <summary>Forgets what came after a sweep: it will come again.</summary>
    public void KeepUpTo(int sweep)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string[] kept = File.Exists(path) ? [.. File.ReadLines(path).Skip(1).Take(sweep)] : [];
        File.WriteAllLines(path, [Header, .. kept]);
    }

    /// <param name="train">RMSE of the sweep's own predictions.</param>
    /// <param name="validation">RMSE of the average so far; null where nothing is held out.</param>
    public void Append(int sweep, double train, double? validation, long ratings, double seconds) =>
        File.AppendAllText(
            path,
            string.Create(CultureInfo.InvariantCulture, $"{sweep},{train:F6},{validation:F6},{ratings},{seconds:F4}\n")
        );
}
