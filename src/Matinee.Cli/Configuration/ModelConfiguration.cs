using Matinee.Core;
using Matinee.Core.Models;
using Matinee.Core.Models.Selection;

namespace Matinee.Cli.Configuration;

/// <summary>
/// A training configuration file. For an option of the model a list of values offers candidates: all combinations are
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
    private const string DeviceKey = "device";

    public TrainingPlan Plan(FitOn fitOn) => new(Kind, Candidates, Metric, TopK, fitOn);

    public static ModelConfiguration Read(string path, ModelKinds kinds)
    {
        ConfigurationFile file = ConfigurationFile.Read(path, kinds);
        IReadOnlyList<object> candidates = OptionBinder.Candidates(file.Source, file.Kind, file.Given);
        return new ModelConfiguration(file.Kind, file.Seed, candidates, file.Metric, file.TopK);
    }

    /// <summary>The same with the device that <c>--device</c> names, whatever the file says.</summary>
    /// <exception cref="MatineeException">The kind of model has no device.</exception>
    public ModelConfiguration On(string device)
    {
        OptionKey key = DeviceOption(Kind);
        object value = OptionBinder.EnumValue(key.Type, device)!;
        foreach (object candidate in Candidates)
        {
            key.Set(candidate, value);
        }

        // A list of devices has become one.
        return this with
        {
            Candidates = [.. Candidates.Distinct()],
        };
    }

    /// <summary>The option that <c>--device</c> sets.</summary>
    /// <exception cref="MatineeException">The kind of model has none.</exception>
    public static OptionKey DeviceOption(ModelKind kind) =>
        OptionKey.Of(kind).FirstOrDefault(option => option.Name == DeviceKey)
        ?? throw new MatineeException(
            $"--device is for models that can train on a GPU; '{kind.Name}' trains on the CPU. Leave it out."
        );
}
