using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Matinee.Cli.Tests.Deployment;

/// <summary>compose.yaml as Compose reads it: anchors merged; variables stand as they are written.</summary>
internal sealed class ComposeFile
{
    private static readonly string[] Empty = [];

    private ComposeFile(string text, Dictionary<string, Dictionary<object, object>> services, string[] volumes)
    {
        Text = text;
        Services = services;
        Volumes = volumes;
    }

    public string Text { get; }

    public Dictionary<string, Dictionary<object, object>> Services { get; }

    public string[] Volumes { get; }

    public static ComposeFile Read(string path)
    {
        string text = File.ReadAllText(path);
        var root = new DeserializerBuilder()
            .Build()
            .Deserialize<Dictionary<string, object>>(new MergingParser(new Parser(new StringReader(text))));
        return new ComposeFile(
            text,
            ((Dictionary<object, object>)root["services"]).ToDictionary(
                service => (string)service.Key,
                service => (Dictionary<object, object>)service.Value
            ),
            [.. ((Dictionary<object, object>)root["volumes"]).Keys.Cast<string>()]
        );
    }

    /// <summary>A list of a service, such as <c>ports</c>; none where it has no such list.</summary>
    public string[] List(string service, string name) =>
        Services[service].TryGetValue(name, out object? list) ? [.. ((List<object>)list).Cast<string>()] : Empty;

    public Dictionary<object, object> Map(string service, string name) =>
        (Dictionary<object, object>)Services[service][name];
}
