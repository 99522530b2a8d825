using System.Globalization;
using Matinee.Cli.Configuration;
using Matinee.Core.Models.Blend;

namespace Matinee.Cli.Publishing;

/// <summary>A configuration as one text: all that it asks for, with the files that it refers to.</summary>
internal static class ConfigurationText
{
    public static string Of(ModelConfiguration configuration) =>
        string.Join(
            '\n',
            configuration
                .Candidates.SelectMany(options => options is BlendOptions blend ? blend.Plan : [])
                .SelectMany(part => part.Candidates.Select(options => $"{part.Kind.Name} {part.Kind.ToJson(options)}"))
                .Concat(configuration.Candidates.Select(options => configuration.Kind.ToJson(options).ToString()))
                .Prepend(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{configuration.Kind.Name} {configuration.Seed} {configuration.Metric} {configuration.TopK}"
                    )
                )
        );
}
