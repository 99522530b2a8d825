using YamlDotNet.RepresentationModel;

namespace Matinee.Cli.Configuration;

/// <summary>An option's value, and where it is given.</summary>
internal sealed record Assignment(OptionKey Key, YamlNode Node, object Value);
