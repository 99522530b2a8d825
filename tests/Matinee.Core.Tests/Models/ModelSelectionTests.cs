using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Models.Selection;

namespace Matinee.Core.Tests.Models;

public class ModelSelectionTests
{
    private static readonly object[] Damping = [1000.0, 1.0, 5.0];

    private static TrainingPlan Plan(
        ModelKind kind,
        SelectionMetric metric,
        FitOn fitOn = FitOn.TrainValidation,
        params object[] candidates
    ) => new(kind, candidates, metric, 3, fitOn);

    [Fact]
    public void Run_SeveralCandidates_ChoosesTheBestOnValidation()
    {
        object[] candidates =
        [
            .. Damping.Select(damping => (object)new BiasOptions { UserDamping = (double)damping, ItemDamping = 1 }),
        ];
        TrainingPlan plan = Plan(BiasModel.ModelKind, SelectionMetric.Rmse, candidates: candidates);

        TrainedModel trained = ModelSelection.Run(TinyDataset.Create(), plan, new TrainingContext());

        Assert.Equal(3, trained.Trials.Count);
        Assert.Equal(trained.Trials.Min(trial => trial.Value), trained.Chosen.Value);
        Assert.Equal("rmse", plan.MetricName);
    }

    [Fact]
    public void Run_RankingMetric_TakesTheLargest()
    {
        object[] candidates = [new EaseOptions { Regularization = 1e9 }, new EaseOptions { Regularization = 1 }];
        TrainingPlan plan = Plan(EaseModel.ModelKind, SelectionMetric.Ndcg, candidates: candidates);

        TrainedModel trained = ModelSelection.Run(TinyDataset.Create(), plan, new TrainingContext());

        Assert.Equal(trained.Trials.Max(trial => trial.Value), trained.Chosen.Value);
        Assert.Equal("ndcg@3", plan.MetricName);
    }

    [Fact]
    public void Run_MorePeopleThanAreGraded_GradesASampleAndSaysSo()
    {
        var told = new List<TrainingFact>();
        var context = new TrainingContext { Progress = new Facts(told.Add) };
        TrainingPlan plan = Plan(
            PopularityModel.ModelKind,
            SelectionMetric.HitRate,
            candidates: new PopularityOptions()
        );

        TrainedModel all = ModelSelection.Run(TinyDataset.Create(), plan, context);
        Assert.Empty(told);
        TrainedModel few = ModelSelection.Run(TinyDataset.Create(), plan with { MostPeople = 1 }, context);

        Assert.Equal("1 of 12 people, drawn at random", Assert.Single(told).Value);
        Assert.Contains(few.Chosen.Value, new double?[] { 0, 1 });
        Assert.NotEqual(few.Chosen.Value, all.Chosen.Value);
    }

    [Theory]
    [InlineData(FitOn.TrainValidation, 38)]
    [InlineData(FitOn.All, 50)]
    public void Run_FitOn_DecidesWhatTheFinalModelHasSeen(FitOn fitOn, int ratings)
    {
        TrainingPlan plan = Plan(PopularityModel.ModelKind, SelectionMetric.Ndcg, fitOn, new PopularityOptions());

        TrainedModel trained = ModelSelection.Run(TinyDataset.Create(), plan, new TrainingContext());

        Assert.Equal(ratings, ((PopularityModel)trained.Model).Counts.ToArray().Sum());
    }

    [Fact]
    public void Run_TestRatingsChanged_GivesTheSameModel()
    {
        Dataset dataset = TinyDataset.Create();
        Dataset other = TinyDataset.Create();
        for (int n = 0; n < other.Ratings.Count; n++)
        {
            other.Ratings.Values[n] = other.Ratings.Parts[n] == SplitPart.Test ? 0.5f : other.Ratings.Values[n];
        }

        TrainingPlan plan = Plan(BiasModel.ModelKind, SelectionMetric.Rmse, candidates: new BiasOptions());

        Assert.Equal(Biases(dataset), Biases(other));

        float[] Biases(Dataset data)
        {
            var model = (BiasModel)ModelSelection.Run(data, plan, new TrainingContext()).Model;
            var scores = new float[TinyWorld.Items];
            model.Score(UserHistory.Empty, scores);
            return scores;
        }
    }

    [Fact]
    public void Run_NoValidationPartAndAChoice_SaysWhatToDo()
    {
        TrainingPlan plan = Plan(
            BiasModel.ModelKind,
            SelectionMetric.Rmse,
            FitOn.TrainValidation,
            new BiasOptions(),
            new BiasOptions { ItemDamping = 1 }
        );

        var error = Assert.Throws<MatineeException>(() =>
            ModelSelection.Run(TinyDataset.Create(validation: false), plan, new TrainingContext())
        );

        Assert.Contains("--validation-fraction", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MetricThatTheModelCanNotHave_SaysWhichToUse()
    {
        TrainingPlan plan = Plan(EaseModel.ModelKind, SelectionMetric.Rmse, candidates: new EaseOptions());

        var error = Assert.Throws<MatineeException>(() =>
            ModelSelection.Run(TinyDataset.Create(), plan, new TrainingContext())
        );

        Assert.Contains("select_by", error.Message, StringComparison.Ordinal);
    }

    private sealed class Facts(Action<TrainingFact> told) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Fact is { } fact)
            {
                told(fact);
            }
        }
    }
}
