using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.ItemKnn;

/// <summary>A history's score for an item: the similarities of the history's items that name it a neighbour, summed.</summary>
public sealed class ItemKnnModel : IExplainer, IItemLikeness
{
    private const string StartsName = "row_starts";
    private const string NeighborsName = "neighbors";
    private const string SimilaritiesName = "similarities";

    private readonly ItemKnnOptions options;
    private readonly NeighborLists neighbors;

    /// <param name="neighbors">Per item, its neighbours and the similarity to each.</param>
    internal ItemKnnModel(ItemKnnOptions options, NeighborLists neighbors)
    {
        this.options = options;
        this.neighbors = neighbors;
    }

    public static ModelKind ModelKind { get; } =
        new ModelKind<ItemKnnOptions>(
            "item-knn",
            () => ModelJson.Default.ItemKnnOptions,
            (data, options, context) => ItemKnnTrainer.Train(data.Ratings, options, context),
            Load
        );

    public string Kind => ModelKind.Name;
    public int ItemCount => neighbors.ItemCount;

    public ReadOnlySpan<int> Neighbors(ItemIndex item) => neighbors.Columns(item.Value);

    public ReadOnlySpan<float> Similarities(ItemIndex item) => neighbors.Weights(item.Value);

    public void Score(UserHistory history, Span<float> scores)
    {
        scores.Clear();
        foreach (int item in history.Items)
        {
            neighbors.AddTo(scores, item, 1);
        }
    }

    /// <summary>The similarity of each movie that names the item a neighbour; 0 of the others.</summary>
    public void Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions)
    {
        int n = 0;
        foreach (int item in explained)
        {
            foreach (int source in history.Items)
            {
                contributions[n++] = neighbors.Weight(source, item);
            }
        }
    }

    /// <summary>The greater of two movies' similarities as each other's neighbours; 0 where neither is the other's.</summary>
    public void Compare(ItemIndex item, Span<float> likeness)
    {
        likeness.Clear();
        neighbors.AddTo(likeness, item.Value, 1);
        for (int other = 0; other < ItemCount; other++)
        {
            likeness[other] = Math.Max(likeness[other], neighbors.Weight(other, item.Value));
        }
    }

    public void Save(ComponentWriter writer)
    {
        writer.SetOptions(options, ModelJson.Default.ItemKnnOptions);
        neighbors.Save(writer.Tensors, StartsName, NeighborsName, SimilaritiesName);
    }

    private static ItemKnnModel Load(ComponentReader reader) =>
        new(
            reader.Options(ModelJson.Default.ItemKnnOptions),
            NeighborLists.Load(reader.Tensors, StartsName, NeighborsName, SimilaritiesName)
        );
}
