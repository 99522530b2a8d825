using System.Globalization;
using Matinee.Cli.Terminal;
using Matinee.Report;

namespace Matinee.Cli.Training;

/// <summary>The losses of the final fit and of the candidates before it.</summary>
/// <param name="chosen">Index of the candidate that the final fit repeats.</param>
internal sealed class TrainingLogs(LossTable final, IReadOnlyList<LossTable> candidates, int chosen)
{
    public const string FinalFile = "log.csv";
    public const string PlotFile = "loss.svg";

    /// <param name="paths">In the order of the trainings, the final fit last; at least one.</param>
    public static TrainingLogs Read(IReadOnlyList<string> paths, int chosen)
    {
        LossTable[] tables = [.. paths.Select(LossTable.Read)];
        return new TrainingLogs(tables[^1], tables[..^1], chosen);
    }

    /// <summary>What the bundle keeps, by file name.</summary>
    public IReadOnlyDictionary<string, string> Files()
    {
        var files = new Dictionary<string, string>
        {
            [FinalFile] = final.Csv,
            [PlotFile] = LossPlot.Draw(Curves(), final.Unit),
        };
        foreach ((int n, LossTable candidate) in candidates.Index())
        {
            files.Add(string.Create(CultureInfo.InvariantCulture, $"candidate-{n + 1}.csv"), candidate.Csv);
        }

        return files;
    }

    /// <summary>Lines for people: how long each training went, and how fast.</summary>
    public IEnumerable<(string Name, string Value)> Describe()
    {
        IEnumerable<string> trials = candidates.Select(
            (candidate, n) => string.Create(CultureInfo.InvariantCulture, $"candidate {n + 1} {Length(candidate)}")
        );
        yield return ($"{final.Unit}s", string.Join("; ", trials.Prepend($"final fit {Length(final)}")));
        yield return ("speed", $"{Numbers.Count((long)final.SamplesPerSecond)} samples/s");
    }

    // One that holds nothing out has no validation loss: the chosen candidate's stands beside it.
    private List<LossCurve> Curves()
    {
        LossTable shown = candidates.Count > 0 ? candidates[chosen] : final;
        string suffix = candidates.Count > 0 ? ", before the final fit" : "";
        var curves = new List<LossCurve> { new($"training{suffix}", shown.Training) };
        if (shown.Validation is { } validation)
        {
            curves.Add(new LossCurve($"validation{suffix}", validation));
        }

        if (candidates.Count > 0)
        {
            curves.Add(new LossCurve("training, final fit", final.Training));
        }

        return curves;
    }

    private static string Length(LossTable table) =>
        table.Best is { } best
            ? string.Create(CultureInfo.InvariantCulture, $"{table.Epochs} (best {best})")
            : string.Create(CultureInfo.InvariantCulture, $"{table.Epochs}");
}
