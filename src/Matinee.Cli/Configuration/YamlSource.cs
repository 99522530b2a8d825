using Matinee.Core;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Matinee.Cli.Configuration;

/// <summary>A parsed YAML file whose complaints name file and line.</summary>
internal sealed class YamlSource
{
    private YamlSource(string path, YamlMappingNode root)
    {
        Path = path;
        Root = root;
    }

    public string Path { get; }

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
            throw new MatineeException(
                $"{path}, line {exception.Start.Line}: {Reason(exception)} Mend it, or pass another YAML configuration, such as configs/ease.yaml.",
                exception
            );
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? new YamlSource(path, root)
            : throw new MatineeException($"{path} holds no mapping. A configuration is lines of 'key: value'.");
    }

    public MatineeException Error(YamlNode node, string message) => new($"{Path}, line {node.Start.Line}: {message}");

    /// <summary>The value of a key of the file's top level; null where it is not there.</summary>
    public YamlNode? Find(string key) =>
        Root.Children.FirstOrDefault(entry => (entry.Key as YamlScalarNode)?.Value == key).Value;

    /// <summary>The key of the top level that is a mistyped <paramref name="key"/>; null where none is.</summary>
    public YamlNode? Nearest(string key) =>
        Root.Children.Keys.FirstOrDefault(node =>
            node is YamlScalarNode { Value: { } name } && NearestName.Find(name, [key]) is not null
        );

    /// <summary>The mapping's entries by key; a key that is not known is an error that says what was meant.</summary>
    public Dictionary<string, YamlNode> Entries(YamlMappingNode mapping, KnownKeys known)
    {
        var entries = new Dictionary<string, YamlNode>();
        foreach ((YamlNode key, YamlNode value) in mapping.Children)
        {
            string name = (key as YamlScalarNode)?.Value ?? throw Error(key, "a key must be a plain word.");
            if (!known.Names.Contains(name))
            {
                throw Error(key, $"unknown key '{name}' in {known.Place}. {known.Hint(name)}");
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
