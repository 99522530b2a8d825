using Matinee.Core.Interactions;
using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Matinee.Neural.Hybrid;

/// <summary>
/// Products of the people × movies matrix of ones with dense matrices: each row of a product is the sum of the rows that the ratings
/// name. Time grows linearly with the ratings; the order of a sum is the ratings', whatever the number of threads.
/// </summary>
internal sealed class InteractionProducts(InteractionMatrix ratings)
{
    private readonly InteractionMatrix raters = ratings.Transpose();

    /// <summary>X B.</summary>
    /// <param name="items">Movies × any number of columns, on the CPU.</param>
    /// <returns>People × columns.</returns>
    public Tensor OfItems(Tensor items) => Sums(ratings, items);

    /// <summary>Xᵀ B.</summary>
    /// <param name="people">People × any number of columns, on the CPU.</param>
    /// <returns>Movies × columns.</returns>
    public Tensor OfPeople(Tensor people) => Sums(raters, people);

    private static unsafe Tensor Sums(InteractionMatrix matrix, Tensor rows)
    {
        int width = (int)rows.shape[1];
        using Tensor source = rows.contiguous();
        Tensor sums = zeros(matrix.RowCount, width);
        float* from = Start(source);
        float* to = Start(sums);
        Parallel.For(
            0,
            matrix.RowCount,
            new ParallelOptions { MaxDegreeOfParallelism = get_num_threads() },
            row =>
            {
                var sum = new Span<float>(to + (nint)row * width, width);
                foreach (int column in matrix.RowColumns(row))
                {
                    TensorPrimitives.Add(sum, new ReadOnlySpan<float>(from + (nint)column * width, width), sum);
                }
            }
        );
        return sums;
    }

    // Torch keeps the tensor's memory where it is.
    private static unsafe float* Start(Tensor tensor)
    {
        fixed (byte* start = tensor.bytes)
        {
            return (float*)start;
        }
    }
}
