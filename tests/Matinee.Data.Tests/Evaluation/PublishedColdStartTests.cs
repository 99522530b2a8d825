using System.Globalization;
using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation;
using Matinee.Core.Models;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Models.Selection;
using Matinee.Core.Ranking;

namespace Matinee.Data.Tests.Evaluation;

/// <summary>
/// Cold movies and new people of MovieLens latest-small, on the fixed splits: figures that others computed are met, so the
/// protocols are theirs. Skipped where the data is not.
/// </summary>
public class PublishedColdStartTests
{
    private const double Liked = 4;
    private static readonly int[] Seeds = [0, 1, 2];

    [Fact]
    public void ColdItems_NumberOfTags_HasThePublishedFigures()
    {
        RankingResult[] results = [.. Seeds.Select(RankByNumberOfTags)];

        Assert.Equal(0.759, results.Average(result => result.Mean(RankingMetric.Auc, 10)), 0.001);
        Assert.Equal(0.147, results.Average(result => result.Mean(RankingMetric.Ndcg, 10)), 0.001);
    }

    [Fact]
    public void ColdUsers_FirstRatings_NeverLoseToPopularityAndBeatItAtTen()
    {
        NewPeople[] people = [.. Seeds.Select(NewPeople.Of)];

        Assert.Equal(0.319, people.Average(one => one.Popularity(given: 10).Average()), 0.001);
        foreach (int given in new[] { 1, 3 })
        {
            PairedDifference difference = PairedBootstrap.Compare(
                [.. people.SelectMany(one => one.Engine(given))],
                [.. people.SelectMany(one => one.Popularity(given))]
            );
            Assert.True(
                difference.Interval.Low >= -0.005,
                string.Create(CultureInfo.InvariantCulture, $"after {given}: {difference}")
            );
        }

        double atTen = people.Average(one => one.Engine(given: 10).Average());
        Assert.True(atTen > 0.319, string.Create(CultureInfo.InvariantCulture, $"after 10: {atTen:F4}"));
    }

    private static RankingResult RankByNumberOfTags(int seed)
    {
        string files = Files("cold-item", seed);
        PreparedDataset prepared = Prepare(files);
        EvaluationTask task = GivenTasks.ColdItems(
            prepared.Dataset,
            Path.Combine(files, "cold_movies.csv"),
            Path.Combine(files, "test.csv"),
            Liked,
            warn: _ => { }
        );
        var applications = new float[prepared.Dataset.Catalog.Count];
        foreach (int item in prepared.Tags.Items)
        {
            applications[item]++;
        }

        return new RankingEvaluator(task.Ranking).Evaluate(
            (histories, scores) =>
            {
                for (int n = 0; n < histories.Length; n++)
                {
                    applications.CopyTo(scores[(n * applications.Length)..]);
                }
            },
            applications.Length
        );
    }

    private static PreparedDataset Prepare(string files) =>
        Preprocessor.Prepare(
            new PreprocessOptions
            {
                DataDirectory = Path.Combine(TestData.Folder, "ml-latest-small"),
                Thresholds = RawFolder.KeepAll,
                SplitFiles = new SplitFiles(Path.Combine(files, "train.csv"), Validation: null, Test: null),
            },
            cancellation: TestContext.Current.CancellationToken
        );

    private static string Files(string split, int seed) =>
        Path.Combine(TestData.Folder, "splits", split, string.Create(CultureInfo.InvariantCulture, $"seed{seed}"));

    /// <summary>One split's new people, and EASE trained on the others.</summary>
    private sealed record NewPeople(EvaluationTask Task, IRanker Ease, PopularityModel Everyone)
    {
        public static NewPeople Of(int seed)
        {
            string files = Files("cold-user", seed);
            Dataset dataset = Prepare(files).Dataset;
            var plan = new TrainingPlan(
                EaseModel.ModelKind,
                [new EaseOptions { Regularization = 200 }],
                SelectionMetric.Ndcg,
                10,
                FitOn.TrainValidation
            );
            var context = new TrainingContext();
            var bundle = ModelBundle.From(dataset, plan, ModelSelection.Run(dataset, plan, context), context);
            EvaluationTask task = GivenTasks.ColdUsers(
                dataset,
                Path.Combine(files, "support.csv"),
                Path.Combine(files, "test.csv"),
                Liked,
                _ => { }
            );
            return new NewPeople(task, (IRanker)bundle.Model, bundle.Popularity);
        }

        public double[] Engine(int given) => Ndcg(new ShortHistoryScorer(Ease, Everyone).ScoreBatch, given);

        public double[] Popularity(int given) => Ndcg(((IRanker)Everyone).ScoreBatch, given);

        private double[] Ndcg(BatchScoring score, int given)
        {
            var evaluator = new RankingEvaluator(
                Task.Ranking with
                {
                    Histories = Task.NewPeople!.Take(given),
                    Seen = Task.Ranking.Seen,
                    Training = Task.Ranking.Training,
                }
            );
            return evaluator.Evaluate(score, Ease.ItemCount).PerUser(RankingMetric.Ndcg, 10).ToArray();
        }
    }
}
