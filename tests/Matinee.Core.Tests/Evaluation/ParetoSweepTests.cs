using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.Selection;
using Matinee.Core.Ranking.Controls;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Evaluation;

public class ParetoSweepTests
{
    private static readonly RankingTask Task = RankingTask.FromSplit(
        TinyDataset.Create(),
        [SplitPart.Train],
        SplitPart.Test
    ) with
    {
        Cutoffs = [10],
    };

    [Fact]
    public void Points_EveryStrength_AreWhatAnEvaluationOfItMeasures()
    {
        EaseModel model = EaseTrainer.Train(
            Task.Histories,
            new EaseOptions { Regularization = 1 },
            new TrainingContext()
        );
        var evaluator = new RankingEvaluator(Task);
        ParetoSweep sweep = evaluator.Sweep(new RankingControls { Popularity = -0.5 }, whole: true);
        evaluator.Evaluate(model, sweep: sweep);

        IReadOnlyList<ParetoPoint> points = sweep.Points();

        Assert.Equal(13, points.Count);
        Assert.Equal(
            12,
            points.Select(point => (point.Method, point.Strength)).Distinct().Count(p => p.Method is not null)
        );
        foreach (ParetoPoint point in points)
        {
            RankingResult result = evaluator.Evaluate(
                model,
                controls: new RankingControls
                {
                    Popularity = -0.5,
                    Diversity = point.Strength,
                    DiversityMethod = point.Method ?? DiversityMethod.Mmr,
                }
            );
            Assert.Equal(result.Mean(RankingMetric.Ndcg, 10), point.Ndcg, 1e-12);
            Assert.Equal(result.Mean(RankingMetric.Diversity, 10), point.Diversity, 1e-12);
        }
    }

    [Fact]
    public void Report_OfAnEvaluation_HoldsTheSweepAndTheControls()
    {
        var controls = new RankingControls { Diversity = 0.3, DiversityMethod = DiversityMethod.Dpp };
        EvaluationReport report = Report(controls, pareto: true);

        EvaluationReport read = EvaluationReport.FromJson(report.ToJson());
        string text = MarkdownReport.Render(read);

        Assert.Equal(13, read.Pareto!.Count);
        Assert.Equal(report.Pareto!, read.Pareto);
        Assert.Equal(controls, read.Protocol.Controls);
        Assert.Contains("\"method\": \"dpp\"", report.ToJson(), StringComparison.Ordinal);
        Assert.Contains("| dpp | 0.2 |", text, StringComparison.Ordinal);
        Assert.Contains("Controls of ease's lists: diversity 0.3 (dpp)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_NotAskedForTheWholeSweep_HoldsThreeStrengthsOfOneMethod()
    {
        EvaluationReport report = Report(new RankingControls(), pareto: false);

        Assert.Equal(
            [null, DiversityMethod.Mmr, DiversityMethod.Mmr, DiversityMethod.Mmr],
            report.Pareto!.Select(point => point.Method)
        );
        Assert.Equal([0, 0.1, 0.22, 0.4], report.Pareto!.Select(point => point.Strength));
    }

    [Fact]
    public void Report_WithoutSweepAndControls_ReadsAsAnOlderOne()
    {
        string json = (Report(new RankingControls(), pareto: false) with { Pareto = null }).ToJson();

        EvaluationReport read = EvaluationReport.FromJson(json);

        Assert.DoesNotContain("controls", json, StringComparison.Ordinal);
        Assert.DoesNotContain("pareto", json, StringComparison.Ordinal);
        Assert.Null(read.Pareto);
        Assert.Null(read.Protocol.Controls);
        Assert.DoesNotContain("against diversity", MarkdownReport.Render(read), StringComparison.Ordinal);
    }

    private static EvaluationReport Report(RankingControls controls, bool pareto)
    {
        Dataset dataset = TinyDataset.Create();
        var plan = new TrainingPlan(
            EaseModel.ModelKind,
            [new EaseOptions { Regularization = 1 }],
            SelectionMetric.Ndcg,
            3,
            FitOn.TrainValidation
        );
        var context = new TrainingContext();
        ModelBundle bundle = ModelBundle.From(dataset, plan, ModelSelection.Run(dataset, plan, context), context);
        var options = new EvaluationOptions
        {
            Cutoffs = [1, 5],
            Resamples = 100,
            Controls = controls,
            Pareto = pareto,
        };
        return EvaluationReport.From(ModelEvaluation.Run(dataset, bundle, options));
    }
}
