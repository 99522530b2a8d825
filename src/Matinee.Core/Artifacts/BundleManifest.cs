using System.Text.Json;
using System.Text.Json.Serialization;
using Matinee.Core.Interactions;

namespace Matinee.Core.Artifacts;

/// <summary>What a model bundle holds and where it comes from: <c>manifest.json</c> of a bundle.</summary>
public sealed record BundleManifest
{
    public const int CurrentSchemaVersion = 1;

    /// <summary><see cref="FittedOn"/> of a model that may be evaluated on the test part.</summary>
    public const string FittedOnTrainValidation = "train+validation";

    /// <summary><see cref="FittedOn"/> of a model for serving: it has seen the test part.</summary>
    public const string FittedOnAll = "all";

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string MatineeVersion { get; init; }

    /// <summary>Name of the component that ranks, also its model kind.</summary>
    public required string Model { get; init; }

    public required string FittedOn { get; init; }
    public required BundleDataset Dataset { get; init; }

    /// <summary>How the dataset was made, for the next one of the same kind; null in bundles that did not keep it.</summary>
    public BundlePreparation? Preparation { get; init; }

    public required long Seed { get; init; }

    /// <summary>The chosen options, in the words of the configuration file.</summary>
    public required JsonElement Options { get; init; }

    /// <summary>How they were chosen; null where nothing was held out to choose on.</summary>
    public BundleSelection? Selection { get; init; }

    /// <summary>The model that training went on from; null if it started afresh.</summary>
    public BundleOrigin? StartedFrom { get; init; }

    /// <summary>SHA-256 per file of the bundle.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();
}

public sealed record BundleDataset(
    string Hash,
    string Layout,
    bool Simulated,
    int Users,
    int RankedMovies,
    int CatalogMovies,
    int FittedRatings
);

public sealed record BundlePreparation(DatasetThresholds Thresholds, DatasetSplit Split);

/// <param name="DatasetHash">What the older model was trained on.</param>
/// <param name="FittedOn">The parts it had learned from.</param>
public sealed record BundleOrigin(string DatasetHash, string FittedOn);

/// <param name="Metric">Such as <c>ndcg@10</c>, on the validation part.</param>
/// <param name="Value">The chosen candidate's.</param>
public sealed record BundleSelection(string Metric, double Value, IReadOnlyList<BundleTrial> Trials);

public sealed record BundleTrial(JsonElement Options, double Value);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(BundleManifest))]
internal sealed partial class BundleJson : JsonSerializerContext;
