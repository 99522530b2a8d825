namespace Matinee.Core.Numerics;

/// <summary>
/// Item factors in signed bytes, each item with a scale of its own, from the longest vector to the shortest: what the best items of one
/// person read. Lists are exactly those of float32: bytes only say which few items can be among the best, and stop the search
/// where no vector is long enough any more (as LEMP does: Teflioudi, Gemulla and Mykytiuk 2015).
/// </summary>
/// <remarks>
/// With x̂ and ŷ for what the bytes of x and y stand for, |x·y − x̂·ŷ| ≤ ‖x‖ ‖y − ŷ‖ + ‖x − x̂‖ ‖ŷ‖. A sum of F products in float32
/// is off by at most F u ‖x‖ ‖y‖ with u = 2⁻²⁴ the unit roundoff (Higham 2002, section 3.1), and comparing x̂·ŷ in float32 by some 4 u of
/// it; (F + 16) 2 u covers both.
/// </remarks>
internal sealed unsafe class QuantizedFactors
{
    private const double RoundingPerFactor = 1.0 / (1 << 23);
    private const int FurtherRoundings = 16;

    // Where products are no normal numbers any more, rounding is not relative.
    private const double Underflow = 1e-30;

    private readonly FactorMatrix items;
    private readonly ByteBlocks kernel;
    private readonly int steps;
    private readonly int blockBytes;
    private readonly int[] order;
    private readonly FactorMatrix bytes;
    private readonly int[] corrections;
    private readonly float[] scales;
    private readonly BlockBounds[] bounds;

    public QuantizedFactors(FactorMatrix items, ByteProducts products)
    {
        this.items = items;
        kernel = ByteBlocks.With(products);
        steps = (items.Factors + ByteBlocks.Step - 1) / ByteBlocks.Step;
        blockBytes = steps * ByteBlocks.Step * ByteBlocks.Items;
        double[] norms = Norms(items);
        order = [.. Enumerable.Range(0, items.RowCount)];
        // An item that is not finite comes first, and is found to be so.
        double[] keys = [.. norms.Select(norm => double.IsFinite(norm) ? -norm : double.NegativeInfinity)];
        Array.Sort(keys, order);
        int blocks = (items.RowCount + ByteBlocks.Items - 1) / ByteBlocks.Items;
        bytes = new FactorMatrix(
            checked((int)(((long)blocks * blockBytes / (FactorMatrix.Padding * sizeof(float))) + 1)),
            FactorMatrix.Padding
        );
        corrections = new int[blocks * ByteBlocks.Items];
        scales = new float[blocks * ByteBlocks.Items];
        bounds = new BlockBounds[blocks];
        Parallel.For(0, blocks, block => Fill(block, norms));
        GC.KeepAlive(bytes);
    }

    /// <summary>Bytes of memory that the factors take here.</summary>
    public long MemoryBytes => (long)bytes.RowCount * FactorMatrix.Padding * sizeof(float) + 8L * scales.Length;

    /// <summary>Finds what <see cref="TopK"/> selects among the products that <see cref="PackedFactors"/> gives, with the same bits.</summary>
    /// <param name="person">As many factors as the items have.</param>
    /// <param name="leftOut"><see cref="ItemBits"/> of every item.</param>
    /// <param name="best">As long as the number of items wanted; receives them, best first.</param>
    /// <param name="scored">How many items were scored in float32.</param>
    /// <returns>The number of items written: fewer than wanted only if there are no more.</returns>
    /// <exception cref="ArgumentException">A score is NaN.</exception>
    public int Best(ReadOnlySpan<float> person, ReadOnlySpan<ulong> leftOut, Span<ScoredItem> best, out int scored)
    {
        scored = 0;
        if (best.IsEmpty)
        {
            return 0;
        }

        var quantized = new sbyte[steps * ByteBlocks.Step];
        ByteVector vector = ByteVector.Of(person, quantized);
        var shifted = new byte[quantized.Length];
        for (int k = 0; k < quantized.Length; k++)
        {
            shifted[k] = (byte)(quantized[k] + kernel.PersonOffset);
        }

        double norm = Norm(person);
        double rounding = (items.Factors + FurtherRoundings) * RoundingPerFactor * norm;
        var heap = new BestHeap(best);
        float* products = stackalloc float[ByteBlocks.Items];
        fixed (float* x = person)
        fixed (byte* personBytes = shifted)
        fixed (int* correction = corrections)
        fixed (float* scale = scales)
        {
            for (int block = 0; block < bounds.Length; block++)
            {
                BlockBounds bound = bounds[block];
                double margin =
                    (norm * bound.Error) + (vector.Error * bound.Quantized) + (rounding * bound.Norm) + Underflow;
                if (((norm + rounding) * bound.Norm) + Underflow < heap.LeastScore)
                {
                    break;
                }

                int start = block * ByteBlocks.Items;
                float threshold = Threshold(heap.LeastScore, margin, vector.Scale);
                uint candidates = kernel.NotBelow(
                    (sbyte*)bytes.Pointer + ((nint)block * blockBytes),
                    steps,
                    personBytes,
                    correction + start,
                    scale + start,
                    threshold,
                    products
                );
                for (; candidates != 0; candidates &= candidates - 1)
                {
                    int lane = System.Numerics.BitOperations.TrailingZeroCount(candidates);
                    if (products[lane] < threshold || start + lane >= order.Length)
                    {
                        continue;
                    }

                    int item = order[start + lane];
                    if (ItemBits.Contains(leftOut, item))
                    {
                        continue;
                    }

                    heap.Add(new ScoredItem(item, Product(x, items.RowPointer(item), items.Factors)));
                    threshold = Threshold(heap.LeastScore, margin, vector.Scale);
                    scored++;
                }
            }
        }

        GC.KeepAlive(items);
        GC.KeepAlive(bytes);
        return heap.SortBestFirst();
    }

    // What a product of bytes must reach, before the person's scale; NaN, which nothing is below, where nothing is known.
    private static float Threshold(float score, double margin, float scale) =>
        MathF.BitDecrement((float)((score - margin) / scale));

    // Over ascending factors with a fused multiply-add, as PackedFactors has it.
    private static float Product(float* x, float* y, int factors)
    {
        float sum = 0;
        for (int k = 0; k < factors; k++)
        {
            sum = float.MultiplyAddEstimate(x[k], y[k], sum);
        }

        return sum;
    }

    private void Fill(int block, double[] norms)
    {
        var vector = new sbyte[items.Factors];
        int start = block * ByteBlocks.Items;
        for (int place = start; place < Math.Min(start + ByteBlocks.Items, order.Length); place++)
        {
            ByteVector known = ByteVector.Of(items[order[place]], vector);
            Place(vector, place);
            scales[place] = known.Scale;
            corrections[place] = -kernel.PersonOffset * known.Sum;
            bounds[block] = bounds[block].With(norms[order[place]], known);
        }
    }

    private void Place(ReadOnlySpan<sbyte> vector, int place)
    {
        sbyte* block = (sbyte*)bytes.Pointer + ((nint)(place / ByteBlocks.Items) * blockBytes);
        sbyte* item = block + (place % ByteBlocks.Items * ByteBlocks.Step);
        for (int k = 0; k < vector.Length; k++)
        {
            item[(k / ByteBlocks.Step * ByteBlocks.Items * ByteBlocks.Step) + (k % ByteBlocks.Step)] = vector[k];
        }
    }

    private static double[] Norms(FactorMatrix matrix)
    {
        var norms = new double[matrix.RowCount];
        for (int row = 0; row < norms.Length; row++)
        {
            norms[row] = Norm(matrix[row]);
        }

        return norms;
    }

    private static double Norm(ReadOnlySpan<float> vector)
    {
        double sum = 0;
        foreach (float value in vector)
        {
            sum += (double)value * value;
        }

        return Math.Sqrt(sum);
    }

    /// <summary>The largest of a block's items.</summary>
    /// <param name="Norm">‖y‖</param>
    /// <param name="Error">‖y − ŷ‖</param>
    /// <param name="Quantized">‖ŷ‖</param>
    private readonly record struct BlockBounds(double Norm, double Error, double Quantized)
    {
        public BlockBounds With(double norm, ByteVector vector) =>
            new(Math.Max(Norm, norm), Math.Max(Error, vector.Error), Math.Max(Quantized, vector.Norm));
    }
}
