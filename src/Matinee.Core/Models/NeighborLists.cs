using Matinee.Core.Artifacts;

namespace Matinee.Core.Models;

/// <summary>Per item the items beside it and how much each weighs, in compressed sparse rows; columns ascend in a row.</summary>
/// <param name="starts">Length items + 1; item i's neighbours are entries starts[i] .. starts[i + 1].</param>
internal sealed class NeighborLists(int[] starts, ReadOnlyMemory<int> columns, ReadOnlyMemory<float> weights)
{
    public int ItemCount => starts.Length - 1;

    public static NeighborLists Join(int[][] columns, float[][] weights)
    {
        var starts = new int[columns.Length + 1];
        for (int item = 0; item < columns.Length; item++)
        {
            starts[item + 1] = checked(starts[item] + columns[item].Length);
        }

        return new NeighborLists(
            starts,
            columns.SelectMany(row => row).ToArray(),
            weights.SelectMany(row => row).ToArray()
        );
    }

    public ReadOnlySpan<int> Columns(int item) => columns.Span[starts[item]..starts[item + 1]];

    public ReadOnlySpan<float> Weights(int item) => weights.Span[starts[item]..starts[item + 1]];

    /// <summary>0 where the other is none of the item's neighbours.</summary>
    public float Weight(int item, int other)
    {
        int place = Columns(item).BinarySearch(other);
        return place < 0 ? 0 : Weights(item)[place];
    }

    /// <summary>Adds factor · weight to the sum of each of the item's neighbours.</summary>
    public void AddTo(Span<float> sums, int item, float factor)
    {
        ReadOnlySpan<int> others = Columns(item);
        ReadOnlySpan<float> otherWeights = Weights(item);
        for (int n = 0; n < others.Length; n++)
        {
            sums[others[n]] += factor * otherWeights[n];
        }
    }

    public void Save(SafetensorsWriter tensors, string startsName, string columnsName, string weightsName)
    {
        tensors.Add(startsName, starts);
        tensors.Add(columnsName, columns);
        tensors.Add(weightsName, weights);
    }

    public static NeighborLists Load(
        SafetensorsReader tensors,
        string startsName,
        string columnsName,
        string weightsName
    ) => new(tensors.Ints(startsName), tensors.MapInts(columnsName), tensors.MapFloats(weightsName));
}
