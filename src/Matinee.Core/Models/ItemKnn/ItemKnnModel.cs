using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.ItemKnn;

/// <summary>A history's score for an item: the similarities of the history's items that name it a neighbour, summed.</summary>
public sealed class ItemKnnModel : IExplainer, IItemLikeness
{
    private readonly ItemKnnOptions options;
    private readonly int[][] neighbors;
    private readonly float[][] similarities;

    /// <param name="neighbors">Per item, its neighbours' indices, ascending.</param>
    /// <param name="similarities">Per item, the similarity to each of its neighbours.</param>
    internal ItemKnnModel(ItemKnnOptions options, int[][] neighbors, float[][] similarities)
    {
        this.options = options;
        this.neighbors = neighbors;
        this.similarities = similarities;
    }

    public static ModelKind ModelKind { get; } =
        new ModelKind<ItemKnnOptions>(
            "item-knn",
            ModelJson.Default.ItemKnnOptions,
            (data, options, context) => ItemKnnTrainer.Train(data.Ratings, options, context),
            Load
        );

    public string Kind => ModelKind.Name;
    public int ItemCount => neighbors.Length;

    public ReadOnlySpan<int> Neighbors(ItemIndex item) => neighbors[item.Value];

    public ReadOnlySpan<float> Similarities(ItemIndex item) => similarities[item.Value];

    public void Score(UserHistory history, Span<float> scores)
    {
        scores.Clear();
        foreach (int item in history.Items)
        {
            int[] others = neighbors[item];
            float[] weights = similarities[item];
            for (int n = 0; n < others.Length; n++)
            {
                scores[others[n]] += weights[n];
            }
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
                int place = neighbors[source].AsSpan().BinarySearch(item);
                contributions[n++] = place < 0 ? 0 : similarities[source][place];
            }
        }
    }

    /// <summary>The greater of two movies' similarities as each other's neighbours; 0 where neither is the other's.</summary>
    public void Compare(ItemIndex item, Span<float> likeness)
    {
        likeness.Clear();
        int[] others = neighbors[item.Value];
        for (int n = 0; n < others.Length; n++)
        {
            likeness[others[n]] = similarities[item.Value][n];
        }

        for (int other = 0; other < neighbors.Length; other++)
        {
            int place = neighbors[other].AsSpan().BinarySearch(item.Value);
            likeness[other] = place < 0 ? likeness[other] : Math.Max(likeness[other], similarities[other][place]);
        }
    }

    public void Save(ComponentWriter writer)
    {
        writer.SetOptions(options, ModelJson.Default.ItemKnnOptions);
        writer.Tensors.Add("row_starts", RowStarts());
        writer.Tensors.Add("neighbors", neighbors.SelectMany(row => row).ToArray());
        writer.Tensors.Add("similarities", similarities.SelectMany(row => row).ToArray());
    }

    private static ItemKnnModel Load(ComponentReader reader)
    {
        int[] starts = reader.Tensors.Ints("row_starts");
        int[] neighbors = reader.Tensors.Ints("neighbors");
        float[] similarities = reader.Tensors.Floats("similarities");
        return new ItemKnnModel(
            reader.Options(ModelJson.Default.ItemKnnOptions),
            [.. Enumerable.Range(0, starts.Length - 1).Select(row => neighbors[starts[row]..starts[row + 1]])],
            [.. Enumerable.Range(0, starts.Length - 1).Select(row => similarities[starts[row]..starts[row + 1]])]
        );
    }

    private int[] RowStarts()
    {
        var starts = new int[neighbors.Length + 1];
        for (int item = 0; item < neighbors.Length; item++)
        {
            starts[item + 1] = starts[item] + neighbors[item].Length;
        }

        return starts;
    }
}
