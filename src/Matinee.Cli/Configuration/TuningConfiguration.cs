using System.Text.Json;
using Matinee.Core;
using Matinee.Core.Models;
using Matinee.Core.Models.Selection;
using Matinee.Core.Models.Tuning;
using YamlDotNet.RepresentationModel;

namespace Matinee.Cli.Configuration;

/// <summary>A configuration file whose ranges and lists are searched.</summary>
/// <param name="Tuned">What is searched; at least one option.</param>
/// <param name="Fixed">The other options that the file gives.</param>
internal sealed record TuningConfiguration(
    ConfigurationFile File,
    IReadOnlyList<TunedOption> Tuned,
    IReadOnlyList<Assignment> Fixed
)
{
    public ModelKind Kind => File.Kind;

    public SearchSpace Space => new([.. Tuned.Select(option => option.Dimension)]);

    /// <param name="device">As <c>--device</c> names it, whatever the file says; null leaves it.</param>
    public static TuningConfiguration Read(string path, ModelKinds kinds, string? device)
    {
        ConfigurationFile file = ConfigurationFile.Read(path, kinds);
        OptionKey? deviceKey = device is null ? null : ModelConfiguration.DeviceOption(file.Kind);
        var tuned = new List<TunedOption>();
        var others = new List<Assignment>();
        foreach ((OptionKey key, YamlNode node) in file.Given.Where(given => given.Key != deviceKey))
        {
            if (RangeReader.Read(file.Source, key, node) is { } option)
            {
                tuned.Add(option);
            }
            else
            {
                YamlNode value = node is YamlSequenceNode list ? list.Children[0] : node;
                object converted = OptionBinder.Convert(file.Source, value, key.Name, key.Type);
                others.Add(new Assignment(key, value, converted));
            }
        }

        if (deviceKey is not null)
        {
            object value = OptionBinder.EnumValue(deviceKey.Type, device!)!;
            others.Add(new Assignment(deviceKey, new YamlScalarNode(device), value));
        }

        if (tuned.Count == 0)
        {
            throw NothingToTune(file);
        }

        var configuration = new TuningConfiguration(file, tuned, others);
        configuration.CheckEnds();
        return configuration;
    }

    public TrainingPlan Plan() => new(Kind, [Options([.. First()])], File.Metric, File.TopK, FitOn.TrainValidation);

    /// <summary>The model's options, which may not go together.</summary>
    /// <param name="values">One per tuned option.</param>
    public object Options(IReadOnlyList<double> values)
    {
        object options = Base();
        foreach ((TunedOption option, double value) in Tuned.Zip(values))
        {
            option.Key.Set(options, option.Value(value));
        }

        return options;
    }

    /// <summary>Where a search begins: at the defaults, and in the middle of a range that lacks its own.</summary>
    public double[] First()
    {
        object defaults = Kind.DefaultOptions;
        return
        [
            .. Tuned.Select(option =>
                option.Dimension.ValueAt(
                    option.Number(option.Key.Get(defaults)) is { } value ? option.Dimension.PositionOf(value) : 0.5
                )
            ),
        ];
    }

    /// <summary>All options in the words of the configuration file, the tuned ones at their defaults.</summary>
    public JsonElement BaseJson() => Kind.ToJson(Base());

    private object Base()
    {
        object options = Kind.DefaultOptions;
        foreach (Assignment assignment in Fixed)
        {
            assignment.Key.Set(options, assignment.Value);
        }

        return File.Complete(options);
    }

    // An end that the model never takes is a mistake in the file; one that depends on other options is a trial that fails.
    private void CheckEnds()
    {
        IEnumerable<(OptionKey, YamlNode)> varied = File.Given.Where(given => given.Node is not YamlScalarNode);
        foreach ((OptionKey key, YamlNode node) in varied)
        {
            if (Tuned.FirstOrDefault(option => option.Key == key) is not { } option)
            {
                continue;
            }

            foreach (double end in (ReadOnlySpan<double>)[0, 1])
            {
                object value = option.Value(option.Dimension.ValueAt(end));
                try
                {
                    _ = OptionBinder.Create(File.Source, Kind, [.. Fixed, new Assignment(key, node, value)]);
                }
                catch (MatineeException exception)
                    when (!Tuned.Any(other => other != option && Names(exception, other)))
                {
                    throw;
                }
                catch (MatineeException)
                {
                    // It has the others to go with.
                }
            }
        }
    }

    private static bool Names(MatineeException exception, TunedOption option) =>
        exception.Message.Contains(option.Name + " ", StringComparison.Ordinal);

    private static MatineeException NothingToTune(ConfigurationFile file)
    {
        string? number = OptionKey
            .Of(file.Kind)
            .FirstOrDefault(key => key.Type == typeof(double) || key.Type == typeof(int))
            ?.Name;
        return file.Source.Error(
            file.Source.Root,
            "there is nothing to tune: no option has a range or a list of values. "
                + (
                    number is null
                        ? $"Model '{file.Kind.Name}' has no options at all."
                        : $"Give one under its section, such as '{number}: {{ from: 1, to: 100, scale: log }}'."
                )
        );
    }
}
