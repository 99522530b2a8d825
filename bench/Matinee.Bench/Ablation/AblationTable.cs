using System.Globalization;
using Matinee.Core.Evaluation;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;

namespace Matinee.Bench.Ablation;

/// <summary>
/// What each part of the hybrid network buys: every variant three times, on known movies and on new ones, each figure against
/// the whole network's of the same seed, with a 95% interval over users (a user's values are means over the seeds).
/// </summary>
internal static class AblationTable
{
    public const int K = 10;
    public const double DiversityWeight = 2.5;
    public const string Ndcg = "ndcg";
    public const string TextIld = "text-ild";
    public const string SquaredErrors = "squared-errors";
    public const string Ratings = "ratings";
    public const string NewNdcg = "new-ndcg";
    public const string NewAuc = "new-auc";

    private static readonly long[] s_seeds = [0, 1, 2];

    /// <param name="work">Has the datasets all-random and cold-item0 to 2; figures are kept in its folder ablation.</param>
    /// <param name="splits">The folder of the fixed splits.</param>
    public static void Print(TextWriter output, string work, string splits, HybridDevice device, int threads)
    {
        AblationTask[] tasks =
        [
            .. s_seeds.Select(seed => new WarmTask(Path.Combine(work, "all-random"), seed)),
            .. s_seeds.Select(seed => new NewMoviesTask(
                Path.Combine(work, $"cold-item{seed}"),
                Path.Combine(splits, "cold-item", $"seed{seed}"),
                seed
            )),
        ];
        string folder = Directory.CreateDirectory(Path.Combine(work, "ablation")).FullName;
        var trainings = AblationVariant.All.SelectMany(variant => tasks.Select(task => (variant, task))).ToList();
        foreach ((AblationVariant variant, AblationTask task) in trainings)
        {
            string file = FileOf(folder, variant, task);
            if (!File.Exists(file) && IsMine(file))
            {
                Train(variant, task, device, threads).Write(file);
                Console.Error.WriteLine($"{variant.Name}, {task.Name}");
            }
        }

        if (trainings.All(training => File.Exists(FileOf(folder, training.variant, training.task))))
        {
            PrintTable(output, folder, tasks);
        }
    }

    // Several processes share the work.
    private static bool IsMine(string file)
    {
        try
        {
            using FileStream claim = File.Open(file + ".claim", FileMode.CreateNew);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static AblationFigures Train(AblationVariant variant, AblationTask task, HybridDevice device, int threads)
    {
        HybridOptions options = variant.Change(new HybridOptions { Device = device });
        return task.Run(options, new TrainingContext { MaxThreads = threads });
    }

    private static string FileOf(string folder, AblationVariant variant, AblationTask task) =>
        Path.Combine(
            folder,
            $"{AblationVariant.All.Index().First(pair => pair.Item == variant).Index}-{task.Name}.csv"
        );

    private static void PrintTable(TextWriter output, string folder, AblationTask[] tasks)
    {
        output.WriteLine(
            "| | NDCG@10 | difference | RMSE | difference | text ILD@10 | difference | new movies: AUC | difference | NDCG@10 | difference |"
        );
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        Dictionary<string, double[]> whole = Pooled(folder, AblationVariant.Whole, tasks);
        foreach (AblationVariant variant in AblationVariant.All)
        {
            Dictionary<string, double[]> own = Pooled(folder, variant, tasks);
            bool isWhole = variant == AblationVariant.Whole;
            string Mean(string figure) =>
                Text($"{own[figure].Average():F4}") + " | " + (isWhole ? "" : Difference(own[figure], whole[figure]));
            output.WriteLine(
                $"| {variant.Name} | {Mean(Ndcg)} | {Rmse(own, isWhole ? null : whole)} | {Mean(TextIld)} | {Mean(NewAuc)} | {Mean(NewNdcg)} |"
            );
        }
    }

    /// <summary>Per user the mean over the seeds; new movies' users differ by seed and stand side by side.</summary>
    private static Dictionary<string, double[]> Pooled(string folder, AblationVariant variant, AblationTask[] tasks)
    {
        AblationFigures[] figures = [.. tasks.Select(task => AblationFigures.Read(FileOf(folder, variant, task)))];
        return figures
            .SelectMany(figure => figure.Values)
            .GroupBy(pair => pair.Key, pair => pair.Value)
            .ToDictionary(
                figure => figure.Key,
                figure =>
                    figure.Key is NewNdcg or NewAuc
                        ? figure.SelectMany(values => values).ToArray()
                        : [.. Enumerable.Range(0, figure.First().Length).Select(n => figure.Average(v => v[n]))]
            );
    }

    private static string Difference(double[] own, double[] whole)
    {
        PairedDifference difference = PairedBootstrap.Compare(own, whole);
        return WithInterval(difference.Difference, difference.Interval);
    }

    private static string Rmse(Dictionary<string, double[]> own, Dictionary<string, double[]>? whole)
    {
        double rmse = Rmse(own[SquaredErrors], own[Ratings]);
        if (whole is null)
        {
            return Text($"{rmse:F4} | ");
        }

        // The same users are drawn for both.
        double[][] means = new Bootstrap(own[Ratings].Length).Resampled([
            own[SquaredErrors],
            whole[SquaredErrors],
            own[Ratings],
        ]);
        double[] differences =
        [
            .. means[2].Select((count, n) => Math.Sqrt(means[0][n] / count) - Math.Sqrt(means[1][n] / count)).Order(),
        ];
        double before = Rmse(whole[SquaredErrors], whole[Ratings]);
        return Text($"{rmse:F4} | ") + WithInterval(rmse - before, Bootstrap.Percentiles(differences));
    }

    private static double Rmse(double[] squares, double[] counts) => Math.Sqrt(squares.Sum() / counts.Sum());

    private static string WithInterval(double difference, Interval interval) =>
        $"{Signed(difference)} [{Signed(interval.Low)}, {Signed(interval.High)}]";

    private static string Signed(double value) =>
        Math.Round(value, 4).ToString("+0.0000;−0.0000;0", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
