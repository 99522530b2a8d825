using Matinee.Core;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Matinee.Cli.Configuration;

/// <summary>A parsed YAML file whose complaints name file and line.</summary>
internal sealed class YamlSource
{
    private readonly string path;

    private YamlSource(string path, YamlMappingNode root)
    {
        this.path = path;
        Root = root;
    }

    public YamlMappingNode Root { get; }

    public static YamlSource Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new MatineeException(
                $"{path} does not exist. Pass --config-path with a YAML configuration, such as configs/ease.yaml."
            );
        }

        var stream = new YamlStream();
        try
        {
            using StreamReader reader = File.OpenText(path);
            stream.Load(reader);
        }
        catch (YamlException exception)
        {
            throw new MatineeException($"{path}, line {exception.Start.Line}: {Reason(exception)}", exception);
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? new YamlSource(path, root)
            : throw new MatineeException($"{path} holds no mapping. A configuration is lines of 'key: value'.");
    }

    public MatineeException Error(YamlNode node, string message) => new($"{path}, line {node.Start.Line}: {message}");

    /// <summary>The mapping's entries by key; a key that is not known is an error that suggests the nearest.</summary>
    public Dictionary<string, YamlNode> Entries(
        YamlMappingNode mapping,
        string place,
        IReadOnlyCollection<string> known
    )
    {
        var entries = new Dictionary<string, YamlNode>();
        foreach ((YamlNode key, YamlNode value) in mapping.Children)
        {
            string name = (key as YamlScalarNode)?.Value ?? throw Error(key, "a key must be a plain word.");
            if (!known.Contains(name))
            {
                string hint =
                    NearestName.Find(name, known) is { } nearest ? $"Did you mean '{nearest}'?"
                    : known.Count == 0 ? "It takes no keys."
                    : $"Known keys: {string.Join(", ", known)}.";
                throw Error(key, $"unknown key '{name}' in {place}. {hint}");
            }

            entries.Add(name, value);
        }

        return entries;
    }

    public string Scalar(YamlNode node, string key) =>
        (node as YamlScalarNode)?.Value ?? throw Error(node, $"{key} must be a single value.");

    // YamlDotNet repeats the place in its message; ours already says it.
    private static string Reason(YamlException exception)
    {
        string message = (exception.InnerException ?? exception).Message;
        return message.EndsWith('.') ? message : message + ".";
    }
}
