using System.Globalization;
using Matinee.Core;
using Matinee.Core.Models;
using Matinee.Core.Models.Selection;
using YamlDotNet.RepresentationModel;

namespace Matinee.Cli.Configuration;

/// <summary>
/// A training configuration file. Under <c>model_params</c> a list of values offers candidates: all combinations are
/// tried, and the validation part decides.
/// </summary>
internal sealed record ModelConfiguration(
    ModelKind Kind,
    long Seed,
    IReadOnlyList<object> Candidates,
    SelectionMetric Metric,
    int TopK
)
{
    private const string ModelKey = "model";
    private const string SeedKey = "random_seed";
    private const string ParamsKey = "model_params";
    private const string MetricsKey = "metrics";
    private const string SelectByKey = "select_by";
    private const string TopKKey = "top_k";

    public TrainingPlan Plan(FitOn fitOn) => new(Kind, Candidates, Metric, TopK, fitOn);

    public static ModelConfiguration Read(string path, ModelKinds kinds)
    {
        YamlSource source = YamlSource.Read(Locate(path));
        Dictionary<string, YamlNode> root = source.Entries(
            source.Root,
            "the configuration",
            [ModelKey, SeedKey, ParamsKey, MetricsKey]
        );
        ModelKind kind = ReadKind(source, root, kinds);
        SelectionMetric metric = SelectionMetric.Ndcg;
        int topK = 10;
        if (root.TryGetValue(MetricsKey, out YamlNode? metricsNode))
        {
            Dictionary<string, YamlNode> metrics = source.Entries(
                AsMapping(source, metricsNode, MetricsKey),
                MetricsKey,
                [SelectByKey, TopKKey]
            );
            if (metrics.TryGetValue(SelectByKey, out YamlNode? selectBy))
            {
                metric = (SelectionMetric)OptionBinder.Convert(source, selectBy, SelectByKey, typeof(SelectionMetric));
            }

            if (metrics.TryGetValue(TopKKey, out YamlNode? node))
            {
                topK = (int)OptionBinder.Convert(source, node, TopKKey, typeof(int));
                if (topK < 1)
                {
                    throw source.Error(node, $"{TopKKey} is {topK}; it must be at least 1.");
                }
            }
        }

        long seed = root.TryGetValue(SeedKey, out YamlNode? seedNode)
            ? (long)OptionBinder.Convert(source, seedNode, SeedKey, typeof(long))
            : 42;
        YamlMappingNode parameters = root.TryGetValue(ParamsKey, out YamlNode? paramsNode)
            ? AsMapping(source, paramsNode, ParamsKey)
            : [];
        IReadOnlyList<object> candidates = OptionBinder.Candidates(source, parameters, ParamsKey, kind);
        return new ModelConfiguration(kind, seed, candidates, metric, topK);
    }

    // The configurations that ship with the program are found from any folder.
    private static string Locate(string path)
    {
        string shipped = Path.Combine(AppContext.BaseDirectory, path);
        return !File.Exists(path) && File.Exists(shipped) ? shipped : path;
    }

    private static ModelKind ReadKind(YamlSource source, Dictionary<string, YamlNode> root, ModelKinds kinds)
    {
        if (!root.TryGetValue(ModelKey, out YamlNode? node))
        {
            throw source.Error(
                source.Root,
                $"the key '{ModelKey}' is missing. It names what to train: {string.Join(", ", kinds.Names)}."
            );
        }

        string name = source.Scalar(node, ModelKey);
        if (kinds.TryGet(name, out ModelKind? kind))
        {
            return kind;
        }

        string hint = NearestName.Find(name, kinds.Names) is { } nearest
            ? $"Did you mean '{nearest}'?"
            : $"Known models: {string.Join(", ", kinds.Names)}.";
        throw source.Error(node, string.Create(CultureInfo.InvariantCulture, $"unknown model '{name}'. {hint}"));
    }

    private static YamlMappingNode AsMapping(YamlSource source, YamlNode node, string key) =>
        node switch
        {
            YamlMappingNode mapping => mapping,
            YamlScalarNode { Value: null or "" } => [],
            _ => throw source.Error(node, $"{key} must hold 'key: value' lines."),
        };
}
