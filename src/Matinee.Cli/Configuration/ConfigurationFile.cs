using System.Globalization;
using Matinee.Core;
using Matinee.Core.Models;
using Matinee.Core.Models.Blend;
using Matinee.Core.Models.Selection;
using YamlDotNet.RepresentationModel;

namespace Matinee.Cli.Configuration;

/// <summary>A configuration file of which all is read but the values of the model's options.</summary>
/// <param name="Given">The options that the file names, in its order.</param>
internal sealed record ConfigurationFile(
    YamlSource Source,
    ModelKind Kind,
    long Seed,
    SelectionMetric Metric,
    int TopK,
    IReadOnlyList<(OptionKey Key, YamlNode Node)> Given
)
{
    /// <summary>The models of a blend; empty for every other model.</summary>
    public IReadOnlyList<BlendPart> Parts { get; init; } = [];

    public const string ModelKey = "model";
    public const string SeedKey = "random_seed";
    public const string MetricsKey = "metrics";
    public const string SelectByKey = "select_by";
    public const string TopKKey = "top_k";
    private static readonly string[] General = [ModelKey, SeedKey, MetricsKey];

    public static ConfigurationFile Read(string path, ModelKinds kinds)
    {
        YamlSource source = YamlSource.Read(Locate(path));
        ModelKind kind = ReadKind(source, kinds);
        string[] general = kind.OptionsType == typeof(BlendOptions) ? [.. General, BlendPartsYaml.Key] : General;
        var keys = new ModelKeys(kind, kinds, general);
        Dictionary<string, YamlNode> root = source.Entries(
            source.Root,
            keys.At(ConfigSectionAttribute.TopLevel, [.. general, .. keys.Sections])
        );
        (SelectionMetric metric, int topK) = root.TryGetValue(MetricsKey, out YamlNode? metrics)
            ? ReadMetrics(source, AsMapping(source, metrics, MetricsKey))
            : (SelectionMetric.Ndcg, 10);
        long seed = root.TryGetValue(SeedKey, out YamlNode? seedNode)
            ? (long)OptionBinder.Convert(source, seedNode, SeedKey, typeof(long))
            : 42;
        return new ConfigurationFile(source, kind, seed, metric, topK, [.. ReadOptions(source, root, keys)])
        {
            Parts = root.TryGetValue(BlendPartsYaml.Key, out YamlNode? parts)
                ? BlendPartsYaml.Read(source, AsMapping(source, parts, BlendPartsYaml.Key), kinds)
                : [],
        };
    }

    /// <summary>Options of the model with what the file says beside them.</summary>
    public object Complete(object options) => options is BlendOptions blend ? blend.Of(Parts) : options;

    private static IEnumerable<(OptionKey, YamlNode)> ReadOptions(
        YamlSource source,
        Dictionary<string, YamlNode> root,
        ModelKeys keys
    )
    {
        Dictionary<string, OptionKey> top = keys.In(ConfigSectionAttribute.TopLevel);
        foreach ((string key, YamlNode node) in root)
        {
            if (top.TryGetValue(key, out OptionKey? option))
            {
                yield return (option, node);
            }
            else if (keys.Sections.Contains(key))
            {
                Dictionary<string, OptionKey> known = keys.In(key);
                foreach (
                    (string name, YamlNode value) in source.Entries(AsMapping(source, node, key), keys.At(key, []))
                )
                {
                    yield return (known[name], value);
                }
            }
        }
    }

    private static (SelectionMetric Metric, int TopK) ReadMetrics(YamlSource source, YamlMappingNode mapping)
    {
        (SelectionMetric metric, int topK) = (SelectionMetric.Ndcg, 10);
        Dictionary<string, YamlNode> metrics = source.Entries(
            mapping,
            new KnownKeys(MetricsKey, [SelectByKey, TopKKey])
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

        return (metric, topK);
    }

    // The configurations that ship with the program are found from any folder.
    private static string Locate(string path)
    {
        string shipped = Path.Combine(AppContext.BaseDirectory, path);
        return !File.Exists(path) && File.Exists(shipped) ? shipped : path;
    }

    // First, since it says which other keys there are.
    private static ModelKind ReadKind(YamlSource source, ModelKinds kinds)
    {
        if (source.Find(ModelKey) is not { } node)
        {
            if (source.Nearest(ModelKey) is { } mistyped)
            {
                string written = ((YamlScalarNode)mistyped).Value!;
                throw source.Error(
                    mistyped,
                    $"unknown key '{written}' in the configuration. Did you mean '{ModelKey}'?"
                );
            }

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
