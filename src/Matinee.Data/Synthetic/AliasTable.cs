namespace Matinee.Data.Synthetic;

/// <summary>Draws an index in proportion to weights in constant time (Walker 1977; built as Vose 1991 does).</summary>
internal sealed class AliasTable
{
    private const double Full = 1L << 32;
    private readonly Slot[] slots;
    private readonly double[] rest;
    private readonly int[] stack;

    /// <param name="size">How many weights there are; a table of none can't be drawn from.</param>
    public AliasTable(int size)
    {
        slots = new Slot[size];
        rest = new double[size];
        stack = new int[size];
    }

    public void Fill(ReadOnlySpan<double> weights)
    {
        double total = 0;
        foreach (double weight in weights)
        {
            total += weight;
        }

        // Small ones are stacked from the front, large ones from the back.
        int small = 0;
        int large = weights.Length;
        for (int n = 0; n < weights.Length; n++)
        {
            rest[n] = weights[n] * (weights.Length / total);
            stack[rest[n] < 1 ? small++ : --large] = n;
        }

        while (small > 0 && large < weights.Length)
        {
            int index = stack[--small];
            int donor = stack[large];
            slots[index] = new Slot((long)(rest[index] * Full), donor);
            rest[donor] -= 1 - rest[index];
            if (rest[donor] < 1)
            {
                large++;
                stack[small++] = donor;
            }
        }

        // What is left on either side is full, but for rounding.
        for (int n = 0; n < small; n++)
        {
            slots[stack[n]] = new Slot((long)Full, stack[n]);
        }

        for (int n = large; n < weights.Length; n++)
        {
            slots[stack[n]] = new Slot((long)Full, stack[n]);
        }
    }

    public int Draw(ulong bits)
    {
        int index = (int)(((bits >> 32) * (ulong)slots.Length) >> 32);
        Slot slot = slots[index];
        return (uint)bits < slot.Threshold ? index : slot.Alias;
    }

    private readonly record struct Slot(long Threshold, int Alias);
}
