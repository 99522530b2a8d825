using System.Globalization;
using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Ranking;
using Matinee.Core.Ranking.Controls;
using Matinee.Data.Folders;

namespace Matinee.Bench;

/// <summary>
/// What each control of a list costs in NDCG@10 and what it brings, for EASE on a dataset of preprocess: on the validation
/// part by a model that has seen the train part alone (strengths are chosen there), or on the test part by one that has
/// seen both.
/// </summary>
internal static class ControlsTable
{
    private const int K = 10;

    private static readonly RankingControls[] Settings =
    [
        new(),
        .. new[] { 0.05, 0.1, 0.15, 0.18, 0.2, 0.22, 0.24, 0.26, 0.3, 0.4, 0.6 }.Select(s => new RankingControls
        {
            Diversity = s,
        }),
        .. new[] { 0.05, 0.1, 0.15, 0.18, 0.2, 0.3, 0.5 }.Select(s => new RankingControls
        {
            Diversity = s,
            DiversityMethod = DiversityMethod.Dpp,
        }),
        .. new[] { 0.05, 0.1, 0.2, 0.4, 0.8 }.Select(s => new RankingControls { Calibration = s }),
        .. new[] { -1, -0.7, -0.5, 0.5, 1 }.Select(s => new RankingControls { Popularity = s }),
        .. new[] { 0.05, 0.1, 0.2, 0.4 }.Select(s => new RankingControls { Serendipity = s }),
    ];

    public static void Print(TextWriter output, string folder, SplitPart part)
    {
        Dataset dataset = DatasetFolder.Read(folder);
        SplitPart[] known = part == SplitPart.Test ? [SplitPart.Train, SplitPart.Validation] : [SplitPart.Train];
        RankingTask task = RankingTask.FromSplit(dataset, known, part) with { Cutoffs = [K] };
        EaseModel model = EaseTrainer.Train(
            task.Histories,
            new EaseOptions { Regularization = 200 },
            new TrainingContext()
        );
        var evaluator = new RankingEvaluator(task);
        var space = new RankingSpace(dataset.Catalog, PopularityModel.Train(task.Histories));
        RankingResult plain = evaluator.Evaluate(model);
        output.WriteLine($"EASE on the {part.ToString().ToLowerInvariant()} part, {plain.Users.Count} users");
        output.WriteLine();
        output.WriteLine("| control | NDCG@10 | change | ILD@10 | change | novelty | KL | likeness to history |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (RankingControls controls in Settings)
        {
            RankingResult result = evaluator.Evaluate(model, controls: controls);
            double ndcg = result.Mean(RankingMetric.Ndcg, K);
            double diversity = result.Mean(RankingMetric.Diversity, K);
            double novelty = result.Mean(RankingMetric.Novelty, K);
            (double divergence, double likeness) = AgainstHistory(task, space, result);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {Name(controls)} | {ndcg:F4} | {Change(ndcg, plain.Mean(RankingMetric.Ndcg, K))} | {diversity:F4} | {Change(diversity, plain.Mean(RankingMetric.Diversity, K))} | {novelty:F2} | {divergence:F3} | {likeness:F3} |"
                )
            );
        }
    }

    // Means over users: the genre mix's distance, and the mean likeness of a listed movie to a rated one.
    private static (double Divergence, double Likeness) AgainstHistory(
        RankingTask task,
        RankingSpace space,
        RankingResult result
    )
    {
        double divergence = 0;
        double likeness = 0;
        for (int row = 0; row < result.Users.Count; row++)
        {
            UserHistory history = task.Histories.History(new UserIndex(result.Users[row]));
            int[] list = [.. result.Lists[row].Select(scored => scored.Item)];
            divergence += space.GenreDivergence(history, list) / result.Users.Count;
            var likenesses = new float[list.Length];
            foreach (int item in history.Items)
            {
                space.Similarity.Compare(item, list, likenesses);
                likeness += likenesses.Average() / history.Count / result.Users.Count;
            }
        }

        return (divergence, likeness);
    }

    private static string Name(RankingControls controls) =>
        controls switch
        {
            { Diversity: > 0, DiversityMethod: DiversityMethod.Mmr } => $"MMR {Text(controls.Diversity)}",
            { Diversity: > 0 } => $"DPP {Text(controls.Diversity)}",
            { Calibration: > 0 } => $"calibration {Text(controls.Calibration)}",
            { Popularity: not 0 } => $"popularity {Text(controls.Popularity)}",
            { Serendipity: > 0 } => $"serendipity {Text(controls.Serendipity)}",
            _ => "none",
        };

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Change(double value, double plain) =>
        ((value / plain) - 1).ToString("+0.0%;-0.0%;0", CultureInfo.InvariantCulture);
}
