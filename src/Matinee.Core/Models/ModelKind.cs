using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models;

/// <summary>What a trainer may learn from: never the test part.</summary>
/// <param name="Ratings">Users × ranked items.</param>
public sealed record TrainingData(InteractionMatrix Ratings, MovieCatalog Catalog)
{
    /// <summary>
    /// Users × ranked items that are held out, for a method that decides while it trains when to stop; null in a final fit and
    /// where the dataset has no validation part.
    /// </summary>
    public InteractionMatrix? Validation { get; init; }

    /// <summary>What is known of the users; null where nothing is.</summary>
    public UserAttributes? Attributes { get; init; }

    private const long HoldOutStream = 0x5EED;

    // Of a person with fewer nothing is taken away.
    private const int LeastHeldFrom = 5;

    /// <summary>The same with a random part of every person's ratings as the validation part.</summary>
    public TrainingData HoldOut(double share, long seed)
    {
        var random = new CounterRandom(seed, HoldOutStream);
        var rows = new int[Ratings.EntryCount];
        for (int row = 0; row < Ratings.RowCount; row++)
        {
            rows.AsSpan(Ratings.RowStarts[row], Ratings.RowLength(row)).Fill(row);
        }

        bool Held(int entry) => Ratings.RowLength(rows[entry]) >= LeastHeldFrom && random.Uniform(entry) < share;
        return this with { Ratings = Ratings.WhereEntry(entry => !Held(entry)), Validation = Ratings.WhereEntry(Held) };
    }
}

/// <summary>Options of a model: a record with documented defaults that can check itself.</summary>
public interface IModelOptions<out TSelf>
{
    /// <summary>Returns itself, or says which option is out of range.</summary>
    /// <exception cref="MatineeException">An option is out of its documented range.</exception>
    TSelf Validate();
}

/// <summary>A kind of model: its name in configurations, its options, how to train one and how to load one.</summary>
public abstract class ModelKind(string name, Type optionsType)
{
    public string Name => name;
    public Type OptionsType => optionsType;

    /// <summary>Whether training can go on from an older model (<see cref="TrainingContext.Start"/>).</summary>
    public bool CanStartWarm { get; init; }

    /// <summary>Whether training keeps checkpoints and logs in <see cref="TrainingContext.WorkFolder"/>.</summary>
    public bool KeepsWork { get; init; }

    /// <summary>Options with every documented default.</summary>
    public abstract object DefaultOptions { get; }

    public abstract void Validate(object options);

    /// <summary>The options in the words of the configuration file.</summary>
    public abstract JsonElement ToJson(object options);

    /// <summary>The options that <see cref="ToJson"/> gave, as a bundle's manifest keeps them.</summary>
    /// <exception cref="JsonException">They are none of this kind.</exception>
    public abstract object FromJson(JsonElement options);

    public abstract IModel Train(TrainingData data, object options, TrainingContext context);

    public abstract IModel Load(ComponentReader reader);

    /// <summary>The options for the final fit, after a candidate of them was trained: what it decided is decided.</summary>
    public virtual object Decided(object options, IModel candidate) => options;
}

/// <param name="json">Asked for when it is needed: to make it takes longer than to load a model.</param>
public sealed class ModelKind<TOptions>(
    string name,
    Func<JsonTypeInfo<TOptions>> json,
    Func<TrainingData, TOptions, TrainingContext, IModel> train,
    Func<ComponentReader, IModel> load
) : ModelKind(name, typeof(TOptions))
    where TOptions : class, IModelOptions<TOptions>, new()
{
    /// <summary>What a trained candidate decided about its options, such as when to stop; null where nothing.</summary>
    public Func<IModel, TOptions>? Decision { get; init; }

    public override object DefaultOptions => new TOptions();

    public override object Decided(object options, IModel candidate) =>
        Decision is { } decision ? decision(candidate) : options;

    public override void Validate(object options) => ((TOptions)options).Validate();

    public override JsonElement ToJson(object options) => JsonSerializer.SerializeToElement((TOptions)options, json());

    public override object FromJson(JsonElement options) =>
        options.Deserialize(json()) ?? throw new JsonException("The options are null.");

    public override IModel Train(TrainingData data, object options, TrainingContext context) =>
        train(data, ((TOptions)options).Validate(), context);

    public override IModel Load(ComponentReader reader) => load(reader);
}
