using System.Xml;
using System.Xml.Linq;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.Selection;
using Matinee.Core.Ranking.Controls;
using Matinee.Core.Tests.Models;

namespace Matinee.Report.Tests;

/// <summary>The tiny world's evaluation, and its page read as XML.</summary>
internal sealed record SampleReport(ModelEvaluation Evaluation, EvaluationReport Figures)
{
    public static SampleReport Ease { get; } = Create(new EaseOptions { Regularization = 1 }, EaseModel.ModelKind);
    public static SampleReport Bias { get; } = Create(new BiasOptions(), BiasModel.ModelKind);

    /// <summary>A model that gives chances, told when ratings are given.</summary>
    public static SampleReport Forecaster { get; } = Of(new TinyForecaster().Evaluate("random"));

    public static ReportExtras Everything { get; } = new() { Reasons = (_, movie) => [$"reason for {movie.Value}"] };

    /// <summary>Every part that a report may have, with figures that can be told apart.</summary>
    public static SampleReport Whole { get; } =
        Ease with
        {
            Figures = Ease.Figures with
            {
                Pareto =
                [
                    new ParetoPoint(null, 0, 0.375, 0.5),
                    new ParetoPoint(DiversityMethod.Mmr, 0.7, 0.25, 0.75),
                    new ParetoPoint(DiversityMethod.Dpp, 0.2, 0.35, 0.6),
                ],
                ShortHistories = [new ShortHistoryFigure(3, 10, 0.34, 0.32, 0.01, 0.03, 0.002)],
                Faithfulness = new FaithfulnessFigures(0.97, 200, 0.94, 0.99),
                Run = new RunFacts(1.5, 300L << 20, 2),
            },
        };

    public string Html(ReportExtras? extras = null) =>
        HtmlReport.Render(Evaluation, Figures, extras ?? new ReportExtras());

    public XElement Page(ReportExtras? extras = null) => Parse(Html(extras));

    /// <summary>The same evaluation of a catalogue whose titles are all <paramref name="title"/>.</summary>
    public SampleReport WithTitles(string title)
    {
        Dataset dataset = Evaluation.Dataset;
        Movie[] movies = [.. dataset.Catalog.Movies.Select(movie => movie with { Title = title })];
        var catalog = new MovieCatalog(movies, dataset.Catalog.RankedCount);
        return this with { Evaluation = Evaluation with { Dataset = dataset with { Catalog = catalog } } };
    }

    public static XElement Parse(string html)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore };
        using var reader = XmlReader.Create(new StringReader(html), settings);
        return XElement.Load(reader);
    }

    private static SampleReport Create(object options, ModelKind kind)
    {
        Dataset dataset = TinyDataset.Create();
        var plan = new TrainingPlan(kind, [options], SelectionMetric.Ndcg, 3, FitOn.TrainValidation);
        var context = new TrainingContext();
        ModelBundle bundle = ModelBundle.From(dataset, plan, ModelSelection.Run(dataset, plan, context), context);
        ModelEvaluation evaluation = ModelEvaluation.Run(
            dataset,
            bundle,
            new EvaluationOptions { Cutoffs = [1, 5, 10], Resamples = 100 }
        );
        return Of(evaluation);
    }

    private static SampleReport Of(ModelEvaluation evaluation) => new(evaluation, EvaluationReport.From(evaluation));
}
