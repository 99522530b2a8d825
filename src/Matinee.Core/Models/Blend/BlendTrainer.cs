using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;
using Matinee.Core.Models.Bias;

namespace Matinee.Core.Models.Blend;

/// <summary>
/// Trains the models of a blend and learns what each is worth: trained on a part of the ratings, they score the people whose held-out
/// ratings then teach the weights. The final fit trains them on everything with what was decided, and keeps the weights.
/// </summary>
public static class BlendTrainer
{
    private const int Folds = 5;
    private const int CutOff = 10;

    /// <summary>The kind for a program that can train a blend's models; each brings its own trainer.</summary>
    public static ModelKind Kind { get; } = BlendModel.KindWith(Train);

    /// <exception cref="MatineeException">No model of the blend ranks, or one can't be trained.</exception>
    public static BlendModel Train(TrainingData data, BlendOptions options, TrainingContext context)
    {
        options.Validate();
        if (options.Plan.Count == 0)
        {
            throw new MatineeException(
                "A blend needs models: name them under 'parts', as configs/blend.yaml does, such as 'ease: configs/ease.yaml'."
            );
        }

        if (options.Weights is not null)
        {
            return Fit(data, options, context);
        }

        if (data.Validation is not null)
        {
            return Learn(data, options, context);
        }

        BlendModel learned = Learn(data.HoldOut(options.ValidRatio, context.Seed), options, context.Step(0, 2));
        return Fit(data, learned.Options, context.Step(1, 2));
    }

    // Everything is decided: no held-out ratings are looked at.
    private static BlendModel Fit(TrainingData data, BlendOptions options, TrainingContext context)
    {
        var workshop = new PartWorkshop(data, context);
        List<IModel> models = [];
        foreach (BlendPart part in options.Plan)
        {
            models.Add(workshop.Train(part.Kind, part.Candidates[0], context.Step(models.Count, options.Plan.Count)));
        }

        return BlendModel.Of(options with { PartKeys = workshop.Keys }, Assemble(data, options, models, context));
    }

    private static BlendModel Learn(TrainingData data, BlendOptions options, TrainingContext context)
    {
        var workshop = new PartWorkshop(data, context);
        List<IModel> models = [];
        List<BlendPart> chosen = [];
        // The weights take about as long as one more model.
        int steps = options.Plan.Sum(part => part.Candidates.Count) + 1;
        int step = 0;
        foreach (BlendPart part in options.Plan)
        {
            var trials = new List<(IModel Model, object Options, double Value)>();
            foreach (object candidate in part.Candidates)
            {
                IModel model = workshop.Train(part.Kind, candidate, context.Step(step++, steps));
                double value = part.Candidates.Count == 1 ? 0 : Grade(model, data, options, context);
                trials.Add((model, part.Kind.Decided(candidate, model), value));
            }

            (IModel Model, object Options, double Value) best = trials.MaxBy(trial => trial.Value);
            models.Add(best.Model);
            chosen.Add(part with { Candidates = [best.Options] });
        }

        BlendParts parts = Assemble(data, options, models, context);
        (IReadOnlyDictionary<string, double> weights, double nested) = Weigh(
            data,
            options,
            parts,
            context.Step(step, steps)
        );
        BlendOptions decided = options with
        {
            Plan = chosen,
            Parts = chosen.ToDictionary(part => part.Kind.Name, part => part.Kind.ToJson(part.Candidates[0])),
            Weights = weights,
            NestedNdcg = nested,
            PartKeys = workshop.Keys,
        };
        return BlendModel.Of(decided, parts);
    }

    private static BlendParts Assemble(
        TrainingData data,
        BlendOptions options,
        IReadOnlyList<IModel> models,
        TrainingContext context
    )
    {
        var parts = new BlendParts(
            models,
            models.OfType<BiasModel>().FirstOrDefault() ?? BiasModel.Train(data.Ratings, new BiasOptions()),
            options.UseOrder ? OrderNeighbors.Train(data.Ratings, context) : null,
            options.UseTime ? RecentPopularity.Train(data.Ratings) : null,
            [.. data.Ratings.ColumnCounts().Select(count => (float)count)],
            BlendParts.YearsOf(data.Catalog),
            BlendParts.GenresOf(data.Catalog),
            options.UseRecent
        );
        return parts.Rankers.Any()
            ? parts
            : throw new MatineeException(
                "None of the blend's models ranks movies. Add one that does, such as 'ease: configs/ease.yaml', under 'parts'."
            );
    }

    private static (IReadOnlyDictionary<string, double> Weights, double Nested) Weigh(
        TrainingData data,
        BlendOptions options,
        BlendParts parts,
        TrainingContext context
    )
    {
        InteractionMatrix held = RowSample.Of(data.Validation!, options.People);
        var examiner = new BlendExaminer(parts, data.Ratings, held, options.Depth);
        BlendQuery[] queries = examiner.Queries(context.Step(0, 3));
        double nested = BlendWeights.NestedNdcg(queries, examiner.Names.Count, Folds, options.Bags, context.Step(1, 3));
        double[] weights = BlendWeights.Learn(queries, examiner.Names.Count, options.Bags, context.Step(2, 3));
        return (examiner.Names.Zip(weights).ToDictionary(pair => pair.First, pair => pair.Second), nested);
    }

    // Greater is better.
    private static double Grade(IModel model, TrainingData data, BlendOptions options, TrainingContext context)
    {
        if (model is IRanker ranker and not (IRatingDistributionPredictor or BiasModel))
        {
            var task = new RankingTask
            {
                Histories = data.Ratings,
                Relevant = RowSample.Of(data.Validation!, options.People),
                Catalog = data.Catalog,
                Cutoffs = [CutOff],
            };
            return new RankingEvaluator(task)
                .Evaluate(ranker, maxThreads: context.MaxThreads, cancellation: context.Cancellation)
                .Mean(RankingMetric.Ndcg, CutOff);
        }

        return model is IRatingPredictor predictor
            ? -RatingEvaluator
                .Evaluate(predictor, data.Ratings, data.Validation!, cancellation: context.Cancellation)
                .Rmse
            : double.NegativeInfinity;
    }
}
