using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>
/// Rows summed, scaled or copied into other rows, as a product with a sparse matrix. Forwards and backwards run in parallel,
/// where index_add (and so index_select's gradient) goes row by row: twenty times slower on a CPU. (An embedding bag, as in scoring, has no gradient here.)
/// </summary>
internal sealed class RowMap
{
    private readonly Tensor matrix;

    /// <param name="to">Per entry, the row that it is added to.</param>
    /// <param name="from">Per entry, the row that is added.</param>
    /// <param name="shares">Per entry, what it is multiplied with; null for 1. Nothing is learned of it.</param>
    public RowMap(Device device, long[] to, long[] from, long rows, long sources, Tensor? shares = null)
    {
        Tensor places = tensor((long[])[.. to, .. from], device: device).reshape(2, -1);
        Tensor values = (shares ?? ones(to.Length, device: device)).detach();
        matrix = sparse_coo_tensor(places, values, [rows, sources], device: device);
    }

    /// <summary>Row n is a copy of row <paramref name="from"/>[n].</summary>
    public static RowMap Copy(Device device, long[] from, long sources) =>
        new(device, Counted(from.Length), from, from.Length, sources);

    /// <summary>Row n is the sum of the rows whose <paramref name="to"/> is n.</summary>
    public static RowMap Sum(Device device, long[] to, long rows) =>
        new(device, to, Counted(to.Length), rows, to.Length);

    /// <param name="values">Sources × width, or sources.</param>
    /// <returns>Rows × width, or rows.</returns>
    public Tensor Of(Tensor values) =>
        values.dim() == 1 ? matrix.mm(values.unsqueeze(1)).squeeze(1) : matrix.mm(values);

    private static long[] Counted(int count)
    {
        var numbers = new long[count];
        for (int n = 0; n < count; n++)
        {
            numbers[n] = n;
        }

        return numbers;
    }
}
