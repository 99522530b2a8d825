using System.Globalization;
using Matinee.Cli.Configuration;
using Matinee.Cli.Terminal;
using Matinee.Core.Artifacts;
using Matinee.Core.Models;
using YamlDotNet.RepresentationModel;

namespace Matinee.Cli.Tuning;

/// <summary>The best trial as a configuration that <c>train</c> takes as it is, and where it comes from.</summary>
internal static class WinnerFile
{
    /// <param name="trials">All of which it is the best.</param>
    public static string Write(TuningPlan plan, TuningTrial best, int trials, DateTimeOffset now)
    {
        using var yaml = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        foreach (string line in Provenance(plan, best, trials, now))
        {
            // A path may hold any letter but must not end the comment.
            yaml.WriteLine($"# {line.ReplaceLineEndings(" ")}");
        }

        new YamlStream(new YamlDocument(Root(plan, best))).Save(yaml, assignAnchors: false);
        string text = yaml.ToString().ReplaceLineEndings("\n");
        // The end of a document, which a file of one needs no mark for.
        return text.EndsWith("...\n", StringComparison.Ordinal) ? text[..^4] : text;
    }

    private static IEnumerable<string> Provenance(TuningPlan plan, TuningTrial best, int trials, DateTimeOffset now)
    {
        string value = string.Create(CultureInfo.InvariantCulture, $"{best.Value:F4}");
        string date = now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        yield return $"The best of {trials} trials of '{ProgramName.Typed} tune': trial {best.Number}, validation {plan.Training.MetricName} {value}.";
        yield return $"The best of many looks better than it is; '{ProgramName.Typed} evaluate' on the test part says how good it is.";
        yield return $"Written by Matinee {ModelBundle.MatineeVersion} on {date} (UTC).";
        yield return $"Configuration: {plan.Configuration.File.Source.Path}";
        yield return $"Dataset: {plan.DatasetHash}";
        yield return string.Create(CultureInfo.InvariantCulture, $"Search: {plan.SearchName}, seed {plan.Seed}");
        foreach (TunedOption option in plan.Tuned)
        {
            yield return $"  {option.Name}: {option.Describe()}";
        }
    }

    private static YamlMappingNode Root(TuningPlan plan, TuningTrial best)
    {
        ConfigurationFile file = plan.Configuration.File;
        var root = new YamlMappingNode
        {
            { ConfigurationFile.ModelKey, file.Kind.Name },
            { ConfigurationFile.SeedKey, plan.Seed.ToString(CultureInfo.InvariantCulture) },
        };
        if (file.Parts.Count > 0)
        {
            // In place, since their paths are relative to another folder.
            root.Add(BlendPartsYaml.Key, BlendPartsYaml.Write(file.Parts));
        }

        IEnumerable<(OptionKey Key, YamlNode Value)> options =
        [
            .. plan.Configuration.Fixed.Select(given => (given.Key, given.Node)),
            .. plan.Tuned.Zip(best.Values, (option, value) => (option.Key, (YamlNode)option.Text(value))),
        ];
        foreach (IGrouping<string, (OptionKey Key, YamlNode Value)> section in options.GroupBy(o => o.Key.Section))
        {
            YamlMappingNode target = root;
            if (section.Key != ConfigSectionAttribute.TopLevel)
            {
                target = [];
                root.Add(section.Key, target);
            }

            foreach ((OptionKey key, YamlNode value) in section)
            {
                target.Add(key.Name, value);
            }
        }

        root.Add(
            ConfigurationFile.MetricsKey,
            new YamlMappingNode
            {
                { ConfigurationFile.SelectByKey, OptionRules.ConfigName(file.Metric.ToString()) },
                { ConfigurationFile.TopKKey, file.TopK.ToString(CultureInfo.InvariantCulture) },
            }
        );
        return root;
    }
}
