using System.Globalization;

namespace Matinee.Neural.Hybrid;

/// <summary>A CSV with one line per epoch; a training that goes on goes on writing.</summary>
internal sealed class TrainingLog(string path)
{
    private const string Header =
        "epoch,loss,rating_loss,ranking_loss,diversity_loss,distribution_loss,validation_loss,samples,seconds";

    /// <summary>Forgets what came after an epoch: it will come again.</summary>
    public void KeepUpTo(int epoch)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        IEnumerable<string> kept = File.Exists(path) ? File.ReadLines(path).Skip(1).Take(epoch) : [];
        File.WriteAllLines(path, [Header, .. kept]);
    }

    public void Append(int epoch, EpochLosses losses) =>
        File.AppendAllText(
            path,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{epoch},{losses.Total:F6},{losses.Rating:F6},{losses.Ranking:F6},{losses.Diversity:F6},{losses.Distribution:F6},{losses.Validation:F6},{losses.Samples},{losses.Seconds:F3}\n"
            )
        );
}
