using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Data;
using Matinee.Data.Folders;
using Matinee.Neural.Hybrid;
using static Matinee.Bench.Ablation.AblationTable;

namespace Matinee.Bench.Ablation;

/// <summary>A dataset with one seed: trains a variant on all but the test part, and evaluates it on that.</summary>
internal abstract class AblationTask(string name, long seed, string folder)
{
    private readonly Lazy<Dataset> dataset = new(() => DatasetFolder.Read(folder));

    public string Name { get; } = $"{name}-{seed}";
    protected Dataset Dataset => dataset.Value;

    public AblationFigures Run(HybridOptions options, TrainingContext context)
    {
        InteractionMatrix known = Dataset.Matrix(SplitPart.Train, SplitPart.Validation);
        var data = new TrainingData(known, Dataset.Catalog);
        // All epochs: when to stop would be one more thing that differs.
        HybridOptions whole = options with
        {
            EarlyStoppingPatience = 0,
            ValidRatio = 0,
        };
        return Measure(HybridTrainer.Train(data, whole, context with { Seed = seed }), context);
    }

    protected abstract AblationFigures Measure(HybridModel model, TrainingContext context);
}

/// <summary>Known people and movies: lists, their diversity, and predicted ratings.</summary>
internal sealed class WarmTask(string folder, long seed) : AblationTask("warm", seed, folder)
{
    protected override AblationFigures Measure(HybridModel model, TrainingContext context)
    {
        RankingTask task = RankingTask.FromSplit(Dataset, [SplitPart.Train, SplitPart.Validation], SplitPart.Test);
        RankingResult lists = new RankingEvaluator(task).Evaluate(model, maxThreads: context.MaxThreads);
        (double[] squared, _, double[] counts) = RatingEvaluator
            .Evaluate(model, task.Histories, Dataset.Matrix(SplitPart.Test))
            .SumsPerUser();
        var texts = new TextDiversity(Dataset.Catalog, model.Options, context);
        return new AblationFigures(
            new Dictionary<string, double[]>
            {
                [Ndcg] = lists.PerUser(RankingMetric.Ndcg, K).ToArray(),
                [TextIld] = [.. lists.Lists.Select(list => texts.Of(list, K))],
                [SquaredErrors] = squared,
                [Ratings] = counts,
            }
        );
    }
}

/// <summary>Movies that nobody has rated.</summary>
internal sealed class NewMoviesTask(string folder, string split, long seed) : AblationTask("new-movies", seed, folder)
{
    private const double LeastStars = 4;

    protected override AblationFigures Measure(HybridModel model, TrainingContext context)
    {
        string movies = Path.Combine(split, "cold_movies.csv");
        string test = Path.Combine(split, "test.csv");
        RankingTask task = GivenTasks.ColdItems(Dataset, movies, test, LeastStars, _ => { }).Ranking;
        RankingResult lists = new RankingEvaluator(task).Evaluate(model, maxThreads: context.MaxThreads);
        return new AblationFigures(
            new Dictionary<string, double[]>
            {
                [NewNdcg] = lists.PerUser(RankingMetric.Ndcg, K).ToArray(),
                [NewAuc] = lists.PerUser(RankingMetric.Auc, K).ToArray(),
            }
        );
    }
}
