using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Ease;

/// <summary>A trained EASE; scores of a history's inputs x are x B, whichever side it was solved on.</summary>
public abstract class EaseModel : IExplainer, IItemLikeness
{
    private protected EaseModel(EaseOptions options) => Options = options;

    public static ModelKind ModelKind { get; } =
        new ModelKind<EaseOptions>(
            "ease",
            () => ModelJson.Default.EaseOptions,
            (data, options, context) => EaseTrainer.Train(data.Ratings, options, context, data.Catalog.Movies),
            Load
        );

    public EaseOptions Options { get; }
    public string Kind => ModelKind.Name;
    public abstract int ItemCount { get; }

    public abstract void Score(UserHistory history, Span<float> scores);

    /// <summary>Scores are linear in the history, so a part, xⱼ Bⱼᵢ, is also what the score loses without that movie.</summary>
    public abstract void Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions);

    /// <summary>
    /// The partial correlation of two movies, −Pᵢⱼ / √(Pᵢᵢ Pⱼⱼ), where all others are known: the weights Bᵢⱼ = −Pᵢⱼ / Pⱼⱼ (Steck 2019,
    /// eq. 8), made even.
    /// </summary>
    public abstract void Compare(ItemIndex item, Span<float> likeness);

    public abstract void Save(ComponentWriter writer);

    private static EaseModel Load(ComponentReader reader)
    {
        EaseOptions options = reader.Options(ModelJson.Default.EaseOptions);
        return reader.Tensors.Contains(EaseItemsModel.WeightsName)
            ? EaseItemsModel.Load(options, reader.Tensors)
            : EaseUsersModel.Load(options, reader.Tensors);
    }
}

/// <summary>The items-side form: B itself, dense.</summary>
internal sealed class EaseItemsModel(EaseOptions options, ReadOnlyMemory<float> weights, int items) : EaseModel(options)
{
    public const string WeightsName = "weights";

    public override int ItemCount => items;

    public static EaseItemsModel Load(EaseOptions options, SafetensorsReader tensors) =>
        new(options, tensors.MapFloats(WeightsName), tensors.Shape(WeightsName)[0]);

    public override void Score(UserHistory history, Span<float> scores)
    {
        scores.Clear();
        ReadOnlySpan<float> all = weights.Span;
        for (int n = 0; n < history.Count; n++)
        {
            Vectors.Axpy(Options.Input(history.Ratings[n]), all.Slice(history.Items[n] * items, items), scores);
        }
    }

    public override void Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions)
    {
        int n = 0;
        ReadOnlySpan<float> all = weights.Span;
        foreach (int item in explained)
        {
            for (int source = 0; source < history.Count; source++)
            {
                float weight = all[(history.Items[source] * items) + item];
                contributions[n++] = Options.Input(history.Ratings[source]) * weight;
            }
        }
    }

    // √(Bᵢⱼ Bⱼᵢ) with the sign of both.
    public override void Compare(ItemIndex item, Span<float> likeness)
    {
        ReadOnlySpan<float> all = weights.Span;
        ReadOnlySpan<float> row = all.Slice(item.Value * items, items);
        for (int other = 0; other < items; other++)
        {
            float product = row[other] * all[(other * items) + item.Value];
            likeness[other] = product > 0 ? MathF.CopySign(MathF.Sqrt(product), row[other]) : 0;
        }
    }

    public override void Save(ComponentWriter writer)
    {
        writer.SetOptions(Options, ModelJson.Default.EaseOptions);
        writer.Tensors.Add(WeightsName, weights, items, items);
    }
}
