using System.Globalization;
using Matinee.Core;

namespace Matinee.Cli.Training;

/// <summary>One training's epochs or sweeps, as its log tells them.</summary>
/// <param name="Unit">What a line of the log is: <c>epoch</c> or <c>sweep</c>.</param>
/// <param name="Validation">Null where nothing was held out.</param>
internal sealed record LossTable(
    string Unit,
    string Csv,
    IReadOnlyList<double> Training,
    IReadOnlyList<double>? Validation,
    double SamplesPerSecond
)
{
    public int Epochs => Training.Count;

    /// <summary>
    /// The epoch with the smallest validation loss; null where nothing was held out, and of sweeps, all of which count.
    /// </summary>
    public int? Best =>
        Unit == "epoch" && Validation is { Count: > 0 } losses
            ? losses.Index().MinBy(epoch => epoch.Item).Index + 1
            : null;

    /// <exception cref="MatineeException">It was changed while the training went on.</exception>
    public static LossTable Read(string path)
    {
        string csv = File.ReadAllText(path);
        string[][] rows = [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
        try
        {
            double[] validation = [.. Column("validation_loss").OfType<double>()];
            double seconds = Column("seconds").Sum() ?? 0;
            return new LossTable(
                rows[0][0],
                csv,
                [.. Column("loss").Select(loss => loss!.Value)],
                validation.Length > 0 ? validation : null,
                seconds > 0 ? (Column("samples").Sum() ?? 0) / seconds : 0
            );
        }
        catch (Exception exception)
            when (exception is FormatException or IndexOutOfRangeException or InvalidOperationException)
        {
            throw new MatineeException(
                $"{path} is not the log that the training wrote: {exception.Message} "
                    + "Run the same command with --no-resume.",
                exception
            );
        }

        IEnumerable<double?> Column(string name)
        {
            int column = Array.IndexOf(rows[0], name);
            return rows.Skip(1).Select(row => row[column].Length == 0 ? null : Number(row[column]));
        }
    }

    private static double? Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
