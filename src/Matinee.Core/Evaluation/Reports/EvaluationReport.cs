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
                manifest.Counts.TestRatings,
                manifest.Split.Protocol
            ),
            Protocol = new ProtocolFacts(
                "full",
                evaluation.Dataset.Catalog.RankedCount,
                evaluation.Model.Ranking?.Users.Count ?? 0,
                evaluation.Options.MinRating,
                "lower movie id first",
                evaluation.Options.Resamples,
                evaluation.Options.Seed,
                evaluation.Options.Diversity
            ),
            Models = [.. evaluation.AllModels.Select(model => ModelFigures.From(model, evaluation.Options))],
            Faithfulness = evaluation.Faithfulness is { } result
                ? new FaithfulnessFigures(result.Rate, result.Cases, result.Interval.Low, result.Interval.High)
                : null,
        };
    }
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

/// <param name="Ranking">Always <c>full</c>: every candidate is ranked, none sampled.</param>
/// <param name="Candidates">Movies that can be ranked; each user's known ones are left out.</param>
/// <param name="Users">Users with a relevant test movie.</param>
/// <param name="Diversity">Re-ranking of the evaluated model's lists; 0 for none. Baselines are never re-ranked.</param>
public sealed record ProtocolFacts(
    string Ranking,
    int Candidates,
    int Users,
    double MinRating,
    string Ties,
    int BootstrapResamples,
    long BootstrapSeed,
    double Diversity = 0
);

/// <param name="Low">Lower end of the 95% bootstrap interval; null where there is none.</param>
public sealed record Figure(string Metric, int? K, double Value, double? Low, double? High);

/// <param name="Rate">How often removing the movie named first lowers the score more than removing a random one.</param>
/// <param name="Cases">Recommendations tested.</param>
/// <param name="Low">Lower end of the rate's 95% interval (Wilson 1927).</param>
public sealed record FaithfulnessFigures(double Rate, int Cases, double Low, double High);

public sealed record ModelFigures(
    string Name,
    JsonElement? Options,
    double Seconds,
    IReadOnlyList<Figure> Ranking,
    IReadOnlyList<Figure> Rating
)
{
    public Figure? Find(string metric, int? k = null) =>
        Ranking.Concat(Rating).FirstOrDefault(figure => figure.Metric == metric && figure.K == k);

    internal static ModelFigures From(EvaluatedModel model, EvaluationOptions options) =>
        new(
            model.Name,
            model.Options,
            Math.Round(model.Seconds, 3),
            model.Ranking is null ? [] : RankingFigures(model.Ranking, options),
            model.Ratings is null ? [] : RatingFigures(model.Ratings, options)
        );

    private static List<Figure> RankingFigures(RankingResult result, EvaluationOptions options)
    {
        var bootstrap = new Bootstrap(result.Users.Count, options.Resamples, options.Seed);
        var figures = new List<Figure>();
        foreach (int k in result.Cutoffs)
        {
            foreach (RankingMetric metric in Enum.GetValues<RankingMetric>())
            {
                Interval interval = bootstrap.Mean(result.PerUser(metric, k));
                figures.Add(new Figure(MetricNames.Of(metric), k, result.Mean(metric, k), interval.Low, interval.High));
            }

            figures.Add(new Figure(MetricNames.Coverage, k, result.Coverage(k), null, null));
        }

        return figures;
    }

    private static List<Figure> RatingFigures(RatingResult result, EvaluationOptions options)
    {
        (double[] squared, double[] absolute, double[] counts) = result.SumsPerUser();
        var bootstrap = new Bootstrap(counts.Length, options.Resamples, options.Seed);
        Interval rmse = bootstrap.Ratio(squared, counts, Math.Sqrt);
        Interval mae = bootstrap.Ratio(absolute, counts, mean => mean);
        return
        [
            new Figure(MetricNames.Rmse, null, result.Rmse, rmse.Low, rmse.High),
            new Figure(MetricNames.Mae, null, result.Mae, mae.Low, mae.High),
        ];
    }
}

/// <summary>Metric names in files and tables.</summary>
public static class MetricNames
{
    public const string Coverage = "coverage";
    public const string Rmse = "rmse";
    public const string Mae = "mae";

    public static string Of(RankingMetric metric) =>
        metric switch
        {
            RankingMetric.HitRate => "hit_rate",
            _ => metric.ToString().ToLowerInvariant(),
        };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(EvaluationReport))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
