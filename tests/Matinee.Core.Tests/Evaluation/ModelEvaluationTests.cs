using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.Selection;
using Matinee.Core.Ranking;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Evaluation;

public class ModelEvaluationTests
{
    [Fact]
    public void Run_TrainedModel_StandsBesidePopularityAndBias()
    {
        Dataset dataset = TinyDataset.Create();
        EvaluationReport report = Report(dataset);

        Assert.Equal(["ease", "popularity", "bias"], report.Models.Select(model => model.Name));
        Assert.True(report.Models[0].Find("ndcg", 5)!.Value > report.Models[1].Find("ndcg", 5)!.Value);
        Assert.NotNull(report.Models[2].Find("rmse"));
        Assert.Null(report.Models[0].Find("rmse"));
        Assert.Equal(TinyWorld.Users, report.Protocol.Users);
    }

    [Fact]
    public void ToJson_ThenFromJson_KeepsEveryFigure()
    {
        EvaluationReport report = Report(TinyDataset.Create());

        EvaluationReport read = EvaluationReport.FromJson(report.ToJson());

        Assert.Equal(report.Models[0].Ranking, read.Models[0].Ranking);
        Assert.Equal(report.Protocol, read.Protocol);
        Assert.Equal(report.Dataset, read.Dataset);
    }

    [Fact]
    public void Render_AnyReport_HasATablePerCutoffAndTheMarkOfSimulatedData()
    {
        EvaluationReport report = Report(TinyDataset.Create());

        string text = MarkdownReport.Render(report with { Dataset = report.Dataset with { Simulated = true } });

        Assert.Contains("## Top 5\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "| model | precision | recall | ndcg | map | mrr | hit_rate |\n|---|---|---|---|---|---|---|\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("Simulated", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Simulated", MarkdownReport.Render(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ModelFittedOnAll_IsRefused()
    {
        Dataset dataset = TinyDataset.Create();

        var error = Assert.Throws<MatineeException>(() =>
            ModelEvaluation.Run(dataset, Train(dataset, FitOn.All), new EvaluationOptions())
        );

        Assert.Contains("--fit-on all", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OtherDataset_IsRefused()
    {
        Dataset dataset = TinyDataset.Create();
        Dataset other = dataset with { Manifest = dataset.Manifest with { Hash = "other" } };

        Assert.Throws<MatineeException>(() =>
            ModelEvaluation.Run(other, Train(dataset, FitOn.TrainValidation), new EvaluationOptions())
        );
    }

    [Fact]
    public void Run_NothingRelevant_IsRefused()
    {
        Dataset dataset = TinyDataset.Create();
        var options = new EvaluationOptions { MinRating = 5 };
        float most = dataset.Ratings.Values.Max();
        Assert.True(most <= 5);
        for (int n = 0; n < dataset.Ratings.Count; n++)
        {
            dataset.Ratings.Values[n] = Math.Min(4.5f, dataset.Ratings.Values[n]);
        }

        var error = Assert.Throws<MatineeException>(() =>
            ModelEvaluation.Run(dataset, Train(dataset, FitOn.TrainValidation), options)
        );

        Assert.Contains("nothing to measure", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MoreNegativesThanMovies_IsRefused()
    {
        Dataset dataset = TinyDataset.Create();

        var error = Assert.Throws<MatineeException>(() =>
            ModelEvaluation.Run(
                dataset,
                Train(dataset, FitOn.TrainValidation),
                new EvaluationOptions { SampledNegatives = TinyWorld.Items }
            )
        );

        Assert.Contains("is not below", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Engine_ListsShortHistoriesAsUsersGetThem()
    {
        Dataset dataset = TinyDataset.Create();
        ModelBundle bundle = Train(dataset, FitOn.TrainValidation);
        var options = new EvaluationOptions
        {
            Cutoffs = [5],
            Resamples = 100,
            Engine = true,
        };

        ModelEvaluation evaluation = ModelEvaluation.Run(dataset, bundle, options);

        int user = evaluation.Model.Ranking!.Users[0];
        UserHistory history = evaluation.Task.Ranking.Histories.History(new UserIndex(user));
        Recommendation[] list = bundle.Recommender().Recommend(history, new RecommendationRequest { Count = 5 });
        Assert.Equal(
            list.Select(movie => movie.Item.Value),
            evaluation.Model.Ranking.Lists[0].Take(list.Length).Select(scored => scored.Item)
        );
        Assert.True(EvaluationReport.From(evaluation).Protocol.Engine);
    }

    private static EvaluationReport Report(Dataset dataset) =>
        EvaluationReport.From(
            ModelEvaluation.Run(
                dataset,
                Train(dataset, FitOn.TrainValidation),
                new EvaluationOptions { Cutoffs = [1, 5], Resamples = 100 }
            )
        );

    private static ModelBundle Train(Dataset dataset, FitOn fitOn)
    {
        var options = new EaseOptions { Regularization = 1 };
        var plan = new TrainingPlan(EaseModel.ModelKind, [options], SelectionMetric.Ndcg, 3, fitOn);
        var context = new TrainingContext();
        return ModelBundle.From(dataset, plan, ModelSelection.Run(dataset, plan, context), context);
    }
}
