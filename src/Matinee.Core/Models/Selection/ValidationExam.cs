using System.Globalization;
using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Selection;

/// <summary>
/// Grades candidates on the validation part; they learn from the train part alone. Lists are made for a sample of the people
/// where there are more than <see cref="TrainingPlan.MostPeople"/>; rating errors are of all held-out ratings.
/// </summary>
public sealed class ValidationExam
{
    private readonly TrainingPlan plan;
    private readonly InteractionMatrix validation;
    private readonly Lazy<RankingEvaluator> ranking;
    private readonly int people;

    public ValidationExam(Dataset dataset, TrainingPlan plan)
    {
        this.plan = plan;
        validation = dataset.Matrix(SplitPart.Validation);
        Train = new TrainingData(dataset.Matrix(SplitPart.Train), dataset.Catalog)
        {
            Validation = validation,
            Attributes = dataset.Attributes,
        };
        people = RowSample.Count(validation);
        // Where ratings alone are predicted, nothing that lists need is laid out.
        ranking = new Lazy<RankingEvaluator>(() => new RankingEvaluator(Task(dataset)));
    }

    private TrainingData Train { get; }

    /// <summary>Trains a candidate and grades it. It starts afresh, since an older model has learned from the validation part.</summary>
    /// <param name="context">Its <see cref="TrainingContext.Start"/> is left out.</param>
    public Trial Try(object options, TrainingContext context)
    {
        if (!plan.LowerIsBetter && people > plan.MostPeople)
        {
            context.Tell(
                TrainingFact.GradedOn,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{plan.MostPeople:N0} of {people:N0} people, drawn at random"
                )
            );
        }

        IModel candidate = plan.Kind.Train(Train, options, context with { Start = null });
        return new Trial(plan.Kind.Decided(options, candidate), Grade(candidate, context));
    }

    private RankingTask Task(Dataset dataset)
    {
        RankingTask task = RankingTask.FromSplit(dataset, [SplitPart.Train], SplitPart.Validation);
        return task with
        {
            // The same entries need not be there twice.
            Histories = task.Histories.EntryCount == Train.Ratings.EntryCount ? Train.Ratings : task.Histories,
            Training = Train.Ratings,
            Relevant = RowSample.Of(task.Relevant, plan.MostPeople),
            Cutoffs = [plan.TopK],
        };
    }

    private double Grade(IModel model, TrainingContext context) =>
        plan.Metric switch
        {
            SelectionMetric.Rmse => Ratings(model, context).Rmse,
            SelectionMetric.Mae => Ratings(model, context).Mae,
            SelectionMetric metric => Ranking(model, context)
                .Mean(Enum.Parse<RankingMetric>(metric.ToString()), plan.TopK),
        };

    private RankingResult Ranking(IModel model, TrainingContext context) =>
        model is IRanker ranker
            ? ranking.Value.Evaluate(ranker, maxThreads: context.MaxThreads, cancellation: context.Cancellation)
            : throw Unsuitable(model, "rank movies", "rmse or mae");

    private RatingResult Ratings(IModel model, TrainingContext context) =>
        model is IRatingPredictor predictor
            ? RatingEvaluator.Evaluate(predictor, Train.Ratings, validation, cancellation: context.Cancellation)
            : throw Unsuitable(model, "predict ratings", "ndcg");

    private MatineeException Unsuitable(IModel model, string ability, string instead) =>
        new(
            $"Model '{model.Kind}' does not {ability}, so it can't be chosen by "
                + $"{OptionRules.ConfigName(plan.Metric.ToString())}. Set metrics.select_by to {instead}."
        );
}
