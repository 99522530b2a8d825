using Matinee.Core.Models;
using Matinee.Core.Models.Blend;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Matinee.Cli.Configuration;

/// <summary>
/// Reads which models a blend is made of: <c>ease: configs/ease.yaml</c> takes a model's options from its own configuration,
/// <c>als: { factors: 64 }</c> states them in place.
/// </summary>
internal static class BlendPartsYaml
{
    public const string Key = "parts";

    public static IReadOnlyList<BlendPart> Read(YamlSource source, YamlMappingNode mapping, ModelKinds kinds)
    {
        string[] known = [.. kinds.Names.Where(name => name != BlendModel.ModelKind.Name)];
        return
        [
            .. source
                .Entries(mapping, new KnownKeys(Key, known))
                .Select(entry =>
                    kinds.TryGet(entry.Key, out ModelKind? kind)
                        ? new BlendPart(kind, Candidates(source, kind, entry.Value, kinds))
                        : throw source.Error(entry.Value, $"unknown model '{entry.Key}'.")
                ),
        ];
    }

    private static IReadOnlyList<object> Candidates(
        YamlSource source,
        ModelKind kind,
        YamlNode node,
        ModelKinds kinds
    ) =>
        node switch
        {
            YamlMappingNode mapping => InPlace(source, kind, mapping),
            YamlScalarNode { Value: null or "" } => [kind.DefaultOptions],
            YamlScalarNode { Value: { } path } => OfFile(source, kind, node, path, kinds),
            _ => throw source.Error(node, $"{kind.Name} must be a configuration's path, or 'key: value' lines."),
        };

    private static IReadOnlyList<object> InPlace(YamlSource source, ModelKind kind, YamlMappingNode mapping)
    {
        Dictionary<string, OptionKey> options = OptionKey.Of(kind).ToDictionary(option => option.Name);
        Dictionary<string, YamlNode> given = source.Entries(mapping, new KnownKeys($"{Key}.{kind.Name}", options.Keys));
        return OptionBinder.Candidates(source, kind, given.Select(entry => (options[entry.Key], entry.Value)));
    }

    // Beside the blend's configuration, or where --config-path would find it.
    private static IReadOnlyList<object> OfFile(
        YamlSource source,
        ModelKind kind,
        YamlNode node,
        string path,
        ModelKinds kinds
    )
    {
        string beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(source.Path))!, path);
        ModelConfiguration configuration = ModelConfiguration.Read(File.Exists(beside) ? beside : path, kinds);
        return configuration.Kind.Name == kind.Name
            ? configuration.Candidates
            : throw source.Error(node, $"{path} trains '{configuration.Kind.Name}', not '{kind.Name}'.");
    }

    /// <summary>The same models in place, each with the options that are not at their default: <see cref="Read"/> reads them back.</summary>
    public static YamlMappingNode Write(IReadOnlyList<BlendPart> parts)
    {
        var mapping = new YamlMappingNode();
        foreach (BlendPart part in parts)
        {
            var options = new YamlMappingNode { Style = MappingStyle.Flow };
            foreach (OptionKey key in OptionKey.Of(part.Kind))
            {
                object?[] values = [.. part.Candidates.Select(key.Get).Distinct()];
                if (values is not [var only] || !Equals(only, key.Get(part.Kind.DefaultOptions)))
                {
                    YamlNode[] nodes =
                    [
                        .. values.OfType<object>().Select(value => new YamlScalarNode(OptionBinder.Text(value))),
                    ];
                    options.Add(key.Name, nodes is [var node] ? node : new YamlSequenceNode(nodes));
                }
            }

            mapping.Add(part.Kind.Name, options);
        }

        return mapping;
    }
}
