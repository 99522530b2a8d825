using Matinee.Core.Artifacts;

namespace Matinee.Core.Models.Hybrid;

/// <summary>A trained network.</summary>
public sealed class HybridModel : IModel
{
    private readonly HybridTensors tensors;
    private readonly HybridShape shape;

    /// <exception cref="MatineeException">The tensors do not fit the options or each other.</exception>
    public HybridModel(HybridOptions options, HybridTensors tensors)
    {
        Options = options.Validate();
        this.tensors = tensors;
        shape = HybridShape.Of(options, tensors);
        HybridLayout.Check(tensors, shape);
    }

    /// <summary>The kind as Core has it: it loads and scores, and says who can train.</summary>
    public static ModelKind ModelKind { get; } =
        KindWith(
            (_, _, _) =>
                throw new MatineeException(
                    "This program runs networks and cannot train them. Train with './matinee train', and give this program "
                        + "the model folder."
                )
        );

    public HybridOptions Options { get; }
    public string Kind => ModelKind.Name;
    public int ItemCount => shape.Items;

    /// <summary>The kind with a way to train; replaces Core's by <see cref="ModelKinds.With"/>.</summary>
    public static ModelKind KindWith(Func<TrainingData, HybridOptions, TrainingContext, IModel> train) =>
        new ModelKind<HybridOptions>("hybrid", ModelJson.Default.HybridOptions, train, Load)
        {
            Decision = candidate => ((HybridModel)candidate).Options,
        };

    public void Save(ComponentWriter writer)
    {
        writer.SetOptions(Options, ModelJson.Default.HybridOptions);
        HybridLayout.Save(tensors, shape, writer.Tensors);
    }

    private static HybridModel Load(ComponentReader reader)
    {
        HybridOptions options = reader.Options(ModelJson.Default.HybridOptions).Validate();
        return new HybridModel(options, HybridLoading.Load(options, reader.Tensors));
    }
}
