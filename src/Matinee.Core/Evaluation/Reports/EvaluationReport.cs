using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;

namespace Matinee.Core.Evaluation.Reports;

/// <summary>An evaluation's figures as published: the content of <c>metrics.json</c>.</summary>
public sealed record EvaluationReport
{
    public int SchemaVersion { get; init; } = 1;
    public required string MatineeVersion { get; init; }
    public required DatasetFacts Dataset { get; init; }
    public required ProtocolFacts Protocol { get; init; }

    /// <summary>The evaluated model first, then the baselines.</summary>
    public required IReadOnlyList<ModelFigures> Models { get; init; }

    /// <summary>Whether the evaluated model's explanations hold; null where it has none, or none was tested.</summary>
    public FaithfulnessFigures? Faithfulness { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, EvaluationJson.Default.EvaluationReport) + "\n";

    public static EvaluationReport FromJson(string json) =>
        JsonSerializer.Deserialize(json, EvaluationJson.Default.EvaluationReport)
        ?? throw new JsonException("The report is empty.");

    /// <summary>The evaluated model's accuracy and diversity at other strengths; null where it does not rank.</summary>
    public IReadOnlyList<ParetoPoint>? Pareto { get; init; }

    /// <summary>What the split lets through to the model.</summary>
    public LeakageAudit? Audit { get; init; }

    /// <summary>New people after their first ratings; null where the users are known.</summary>
    public IReadOnlyList<ShortHistoryFigure>? ShortHistories { get; init; }

    /// <summary>What the run took; null in reports of earlier versions.</summary>
    public RunFacts? Run { get; init; }

    /// <summary>Computes means, intervals and rating errors from the per-user values.</summary>
    public static EvaluationReport From(ModelEvaluation evaluation)
    {
        DatasetManifest manifest = evaluation.Dataset.Manifest;
        return new EvaluationReport
        {
            MatineeVersion = ModelBundle.MatineeVersion,
            Dataset = new DatasetFacts(
                manifest.Hash,
                manifest.Source.Layout,
                manifest.Source.Simulated,
                evaluation.Dataset.Users.Count,
                evaluation.Dataset.Catalog.RankedCount,
                manifest.Counts.TrainRatings + manifest.Counts.ValidationRatings,
                evaluation.Task.HeldOutCount,
                evaluation.Task.Protocol
            ),
            Protocol = ProtocolFacts.Of(evaluation),
            Models = [.. evaluation.AllModels.Select(model => ModelFigures.From(model, evaluation))],
            Pareto = evaluation.Pareto,
            Audit = evaluation.Audit,
            ShortHistories =
                evaluation.ShortHistories.Count == 0
                    ? null
                    : [.. evaluation.ShortHistories.Select(ShortHistoryFigure.Of)],
            Faithfulness = evaluation.Faithfulness is { } result
                ? new FaithfulnessFigures(result.Rate, result.Cases, result.Interval.Low, result.Interval.High)
                : null,
        };
    }
}

/// <param name="PeakMemoryBytes">The most memory that the process had resident.</param>
/// <param name="Cores">Processors that the process could use.</param>
public sealed record RunFacts(double Seconds, long PeakMemoryBytes, int Cores)
{
    /// <summary>The device that libtorch scored on, <c>cpu</c> or <c>cuda</c>; null where the model itself did.</summary>
    public string? Device { get; init; }
}

/// <summary>NDCG of the engine and of popularity, with the paired 95% interval of the difference.</summary>
public sealed record ShortHistoryFigure(
    int Given,
    int K,
    double Ndcg,
    double PopularityNdcg,
    double DifferenceLow,
    double DifferenceHigh,
    double PValue
)
{
    internal static ShortHistoryFigure Of(ShortHistoryResult result) =>
        new(
            result.Given,
            result.K,
            result.Ndcg.MeanA,
            result.Ndcg.MeanB,
            result.Ndcg.Interval.Low,
            result.Ndcg.Interval.High,
            result.Ndcg.PValue
        );
}

public sealed record DatasetFacts(
    string Hash,
    string Layout,
    bool Simulated,
    int Users,
    int RankedMovies,
    int FittedRatings,
    int TestRatings,
    string Split
);

/// <param name="Low">Lower end of the 95% bootstrap interval; null where there is none.</param>
public sealed record Figure(string Metric, int? K, double Value, double? Low, double? High);

/// <summary>A figure of one group of users, or of held-out ratings by their user or movie.</summary>
/// <param name="K">List length; null where it is not of lists.</param>
/// <param name="Size">Users, or held-out ratings, in the group.</param>
public sealed record StratumFigure(
    string Grouping,
    string Stratum,
    string Metric,
    int? K,
    int Size,
    double Value,
    double? Low,
    double? High
)
{
    /// <summary>What is measured: <c>ndcg@10</c>.</summary>
    [JsonIgnore]
    public string MetricText => K is { } k ? string.Create(CultureInfo.InvariantCulture, $"{Metric}@{k}") : Metric;

    public bool IsOfSameGroup(StratumFigure other) => other.Grouping == Grouping && other.Stratum == Stratum;

    /// <param name="users">How many the strata's sums are of.</param>
    internal static StratumFigure[] Of(IReadOnlyList<Stratum> strata, int users, EvaluationOptions options)
    {
        Interval?[] intervals = new Bootstrap(users, options.Resamples, options.Seed).Ratios([
            .. strata.Select(stratum =>
                (stratum.Numerators, stratum.Denominators, MetricNames.TransformOf(stratum.Metric))
            ),
        ]);
        return
        [
            .. strata.Zip(
                intervals,
                (stratum, interval) =>
                    new StratumFigure(
                        stratum.Grouping,
                        stratum.Name,
                        stratum.Metric,
                        stratum.K,
                        (int)stratum.Size,
                        stratum.Value,
                        interval?.Low,
                        interval?.High
                    )
            ),
        ];
    }
}

/// <param name="Rate">How often removing the movie named first lowers the score more than removing a random one.</param>
/// <param name="Cases">Recommendations tested.</param>
/// <param name="Low">Lower end of the rate's 95% interval (Wilson 1927).</param>
public sealed record FaithfulnessFigures(double Rate, int Cases, double Low, double High);

/// <param name="Ranking">Empty where the model does not rank.</param>
/// <param name="Rating">Empty where it predicts no ratings.</param>
/// <param name="Strata">The ranking by group.</param>
public sealed record ModelFigures(
    string Name,
    JsonElement? Options,
    double Seconds,
    IReadOnlyList<Figure> Ranking,
    IReadOnlyList<Figure> Rating,
    IReadOnlyList<StratumFigure>? Strata = null
)
{
    private static readonly RankingMetric[] PerCutoff =
    [
        .. Enum.GetValues<RankingMetric>().Where(metric => metric != RankingMetric.Auc),
    ];

    /// <summary>RMSE by group; null where the evaluated model predicts no ratings.</summary>
    public IReadOnlyList<StratumFigure>? RatingStrata { get; init; }

    /// <summary>The evaluated model's rating errors against the bias baseline's; null for others.</summary>
    public IReadOnlyList<DifferenceFigure>? RatingDifferences { get; init; }

    /// <summary>Whether probabilities of ratings mean what they say; null where the model gives none.</summary>
    public CalibrationFigures? Calibration { get; init; }

    public Figure? Find(string metric, int? k = null) =>
        Ranking.Concat(Rating).FirstOrDefault(figure => figure.Metric == metric && figure.K == k);

    internal static ModelFigures From(EvaluatedModel model, ModelEvaluation evaluation)
    {
        EvaluationOptions options = evaluation.Options;
        return new ModelFigures(
            model.Name,
            model.Options,
            Math.Round(model.Seconds, 3),
            model.Ranking is null ? [] : RankingFigures(model.Ranking, options),
            model.Ratings is null ? [] : RatingFigures.Of(model.Ratings, options),
            model.Ranking is null ? null : StratumFigure.Of(model.Strata, model.Ranking.Users.Count, options)
        )
        {
            RatingStrata = model.RatingStrata is [var first, ..]
                ? StratumFigure.Of(model.RatingStrata, first.Denominators.Length, options)
                : null,
            RatingDifferences = model == evaluation.Model ? RatingFigures.AgainstBias(evaluation) : null,
            Calibration = CalibrationFigures.Of(model.Ratings),
        };
    }

    private static List<Figure> RankingFigures(RankingResult result, EvaluationOptions options)
    {
        (RankingMetric Metric, int K)[] columns =
        [
            .. result.Cutoffs.SelectMany(k => PerCutoff.Select(metric => (metric, k))),
            (RankingMetric.Auc, result.Cutoffs[0]),
        ];
        Interval[] intervals = new Bootstrap(result.Users.Count, options.Resamples, options.Seed).Means([
            .. columns.Select(column => result.PerUser(column.Metric, column.K).ToArray()),
        ]);
        var figures = new List<Figure>();
        foreach (((RankingMetric metric, int k), Interval interval) in columns.Zip(intervals))
        {
            int? shown = metric == RankingMetric.Auc ? null : k;
            figures.Add(new Figure(MetricNames.Of(metric), shown, result.Mean(metric, k), interval.Low, interval.High));
        }

        figures.AddRange(
            result.Cutoffs.Select(k => new Figure(MetricNames.Coverage, k, result.Coverage(k), null, null))
        );
        return figures;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(EvaluationReport))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
