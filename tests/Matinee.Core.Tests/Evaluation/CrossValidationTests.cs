using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.Selection;

namespace Matinee.Core.Tests.Evaluation;

public class CrossValidationTests
{
    private static readonly FoldOptions ThreeFolds = new(Folds: 3, Seed: 4);

    private static readonly IReadOnlyList<ModelEvaluation> Folds = Run(TinyEvaluation.Plan, ThreeFolds);

    [Fact]
    public void Run_EveryRating_IsPredictedInOneFold()
    {
        RatingColumns ratings = TinyEvaluation.Dataset.Ratings;
        var given = new HashSet<(int, int, float)>(
            Enumerable.Range(0, ratings.Count).Select(n => (ratings.Users[n], ratings.Items[n], ratings.Values[n]))
        );

        RatingResult merged = CrossValidation.Merge(Folds).Baselines[1].Ratings!;

        Assert.Equal(ratings.Count, merged.Count);
        Assert.Equal(ratings.Count, Folds.Sum(fold => fold.Baselines[1].Ratings!.Count));
        Assert.True(
            given.SetEquals(
                Enumerable.Range(0, merged.Count).Select(n => (merged.Users[n], merged.Items[n], merged.Actual[n]))
            )
        );
        Assert.Equal(merged.Users.Order(), merged.Users);
    }

    [Fact]
    public void Run_NoFold_KnowsWhatItIsAsked()
    {
        foreach (ModelEvaluation fold in Folds)
        {
            Assert.Equal(0, fold.Audit!.PairsInBoth);
            Assert.Equal(TinyEvaluation.Dataset.Ratings.Count, fold.Audit.KnownRatings + fold.Audit.HeldOutRatings);
        }

        Assert.Equal(3, Folds.Select(fold => fold.Bundle.Dataset.Hash).Distinct().Count());
    }

    [Fact]
    public void Merge_PerUserValues_AreMeansOverTheFoldsThatAskThem()
    {
        RankingResult merged = CrossValidation.Merge(Folds).Model.Ranking!;

        foreach (RankingMetric metric in Enum.GetValues<RankingMetric>())
        {
            var byUser = new SortedDictionary<int, List<double>>();
            foreach (RankingResult result in Folds.Select(fold => fold.Model.Ranking!))
            {
                for (int row = 0; row < result.Users.Count; row++)
                {
                    byUser.TryAdd(result.Users[row], []);
                    byUser[result.Users[row]].Add(result.PerUser(metric, 5)[row]);
                }
            }

            Assert.Equal(byUser.Keys, merged.Users);
            Assert.Equal(byUser.Values.Select(values => values.Average()), merged.PerUser(metric, 5).ToArray());
        }

        // Somebody is asked by one fold only, else the mean over folds and over users would be the same.
        Assert.Contains(Folds, fold => fold.Model.Ranking!.Users.Count < merged.Users.Count);
        Assert.Equal(Folds.Average(fold => fold.Model.Ranking!.Coverage(5)), merged.Coverage(5), 1e-12);
    }

    [Fact]
    public void Merge_Report_SaysThatItIsOfFoldsAndHasNoGroupsOrAudit()
    {
        var report = EvaluationReport.From(CrossValidation.Merge(Folds));

        Assert.Equal("k-fold (3 folds)", report.Dataset.Split);
        Assert.Equal(TinyEvaluation.Dataset.Ratings.Count, report.Dataset.TestRatings);
        Assert.Null(report.Audit);
        Assert.Empty(report.Models[0].Strata!);
        Assert.Equal(["ease", "popularity", "bias"], report.Models.Select(model => model.Name));
        Assert.NotNull(report.Models[2].Find(MetricNames.Rmse));
    }

    [Fact]
    public void Run_OneCandidate_TrainsOnAllThatAFoldLeaves()
    {
        Assert.All(Folds, fold => Assert.Equal(0, fold.Dataset.Manifest.Counts.ValidationRatings));
    }

    [Fact]
    public void Run_SeveralCandidates_ChoosesOnAValidationPartOfEachFold()
    {
        TrainingPlan plan = TinyEvaluation.Plan with
        {
            Candidates = [new EaseOptions { Regularization = 1 }, new EaseOptions { Regularization = 1000 }],
        };

        IReadOnlyList<ModelEvaluation> folds = Run(plan, ThreeFolds with { ValidationFraction = 0.2 });

        int expected = (int)Math.Round(0.2 * TinyEvaluation.Dataset.Ratings.Count, MidpointRounding.ToEven);
        foreach (ModelEvaluation fold in folds)
        {
            DatasetCounts counts = fold.Dataset.Manifest.Counts;
            Assert.Equal(expected, counts.ValidationRatings);
            Assert.Equal(
                TinyEvaluation.Dataset.Ratings.Count,
                counts.TrainRatings + counts.ValidationRatings + counts.TestRatings
            );
            Assert.NotNull(fold.Bundle.Selection);
        }
    }

    [Fact]
    public void Run_AnyThreadCount_GivesTheSameFigures()
    {
        IReadOnlyList<ModelEvaluation> again = CrossValidation.Run(
            TinyEvaluation.Dataset,
            TinyEvaluation.Plan,
            ThreeFolds,
            TinyEvaluation.Options,
            new TrainingContext { MaxThreads = 1 }
        );

        Assert.Equal(Figures(Folds), Figures(again));
        Assert.NotEqual(Figures(Folds), Figures(Run(TinyEvaluation.Plan, ThreeFolds with { Seed = 5 })));
    }

    [Fact]
    public void Run_Progress_RunsThroughTheFolds()
    {
        var progress = new Recorded();

        CrossValidation.Run(
            TinyEvaluation.Dataset,
            TinyEvaluation.Plan,
            ThreeFolds,
            TinyEvaluation.Options,
            new TrainingContext { Progress = progress }
        );

        Assert.All(progress.Reports, report => Assert.InRange(report.Fraction, 0, 1));
        for (int fold = 1; fold <= 3; fold++)
        {
            TrainingProgress[] own =
            [
                .. progress.Reports.Where(report =>
                    report.Stage.StartsWith($"fold {fold} of 3: ", StringComparison.Ordinal)
                ),
            ];
            Assert.NotEmpty(own);
            Assert.All(own, report => Assert.InRange(report.Fraction, (fold - 1) / 3.0, fold / 3.0));
        }
    }

    [Theory]
    [InlineData(1, 0.1)]
    [InlineData(2, 0.5)]
    [InlineData(5, -0.1)]
    public void Validate_NothingToTrainOn_Throws(int folds, double validation)
    {
        Assert.Throws<MatineeException>(() => new FoldOptions(folds, validation).Validate());
    }

    private static IReadOnlyList<ModelEvaluation> Run(TrainingPlan plan, FoldOptions folds) =>
        CrossValidation.Run(TinyEvaluation.Dataset, plan, folds, TinyEvaluation.Options, new TrainingContext());

    private static IEnumerable<Figure> Figures(IReadOnlyList<ModelEvaluation> folds) =>
        folds
            .SelectMany(fold => EvaluationReport.From(fold).Models)
            .SelectMany(model => model.Ranking.Concat(model.Rating));

    private sealed class Recorded : IProgress<TrainingProgress>
    {
        public List<TrainingProgress> Reports { get; } = [];

        public void Report(TrainingProgress value) => Reports.Add(value);
    }
}
