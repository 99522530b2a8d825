namespace Matinee.Core.Models.Blend;

/// <summary>Trains a blend's models on the same data, or takes them over where they would come out the same.</summary>
internal sealed class PartWorkshop(TrainingData data, TrainingContext context)
{
    private readonly string dataKey = PartStore.DataKey(data);
    private readonly PartStore store = new(context.PartsFolder);
    private readonly BlendModel? older = context.Start?.Model as BlendModel;
    private readonly Dictionary<string, string> keys = [];

    /// <summary>What was trained or taken over, by kind.</summary>
    public IReadOnlyDictionary<string, string> Keys => keys;

    public IModel Train(ModelKind kind, object options, TrainingContext step)
    {
        string key = PartStore.Key(kind, options, context.Seed, dataKey);
        keys[kind.Name] = key;
        if ((OfOlder(kind, key) ?? store.Find(kind, key)) is { } known)
        {
            step.Tell(TrainingFact.TakenOver, kind.Name);
            return known;
        }

        IModel model = kind.Train(
            data,
            options,
            step.Step(0, 1, kind.Name) with
            {
                Start = Start(kind),
                // A blend has no one curve of losses.
                LogOpened = null,
            }
        );
        store.Keep(model, kind, key);
        return model;
    }

    private IModel? OfOlder(ModelKind kind, string key) =>
        older?.Options.PartKeys?.GetValueOrDefault(kind.Name) == key
            ? older.Models.FirstOrDefault(model => model.Kind == kind.Name)
            : null;

    // A part that can't start from an older one starts afresh.
    private WarmStart? Start(ModelKind kind) =>
        kind.CanStartWarm && older?.Models.FirstOrDefault(model => model.Kind == kind.Name) is { } model
            ? context.Start! with
            {
                Model = model,
            }
            : null;
}
