using Matinee.Core;
using Matinee.Core.Models;
using Matinee.Core.Models.Blend;
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
        return new ModelConfiguration(
            file.Kind,
            file.Seed,
            [.. candidates.Select(file.Complete)],
            file.Metric,
            file.TopK
        );
    }

    /// <summary>The same with the device that <c>--device</c> names, whatever the file says.</summary>
    /// <exception cref="MatineeException">The kind of model has no device.</exception>
    public ModelConfiguration On(string device)
    {
        BlendPart[] parts =
        [
            .. Candidates
                .OfType<BlendOptions>()
                .SelectMany(blend => blend.Plan)
                .Where(part => OptionKey.Of(part.Kind).Any(option => option.Name == DeviceKey)),
        ];
        if (parts.Length == 0)
        {
            parts = [new BlendPart(Kind, Candidates)];
        }

        foreach (BlendPart part in parts)
        {
            OptionKey key = DeviceOption(part.Kind);
            foreach (object candidate in part.Candidates)
            {
                key.Set(candidate, OptionBinder.EnumValue(key.Type, device)!);
            }
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
