using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Report.Charts;

namespace Matinee.Report;

/// <summary>All that the sections draw from.</summary>
internal sealed class ReportContent
{
    public ReportContent(ModelEvaluation evaluation, EvaluationReport figures, ReportExtras extras)
    {
        Evaluation = evaluation;
        Figures = figures;
        Extras = extras;
        Ranked =
        [
            .. evaluation
                .AllModels.Where(model => model.Ranking is { Users.Count: > 0 })
                .Select((model, n) => new RankedModel(model.Name, model.Ranking!, Inks.OfSeries(n))),
        ];
        IReadOnlyList<int> cutoffs = evaluation.Options.Cutoffs;
        K = cutoffs.Contains(10) ? 10 : cutoffs[0];
    }

    public ModelEvaluation Evaluation { get; }
    public EvaluationReport Figures { get; }
    public ReportExtras Extras { get; }

    /// <summary>The models that rank, the evaluated one first where it does.</summary>
    public IReadOnlyList<RankedModel> Ranked { get; }

    /// <summary>The list length that headlines are about.</summary>
    public int K { get; }
}

internal sealed record RankedModel(string Name, RankingResult Result, Ink Ink);
