namespace Matinee.Core.Interactions.Splits;

/// <summary>Positions of entries grouped by a dense key, each group in entry order; one counting sort.</summary>
internal readonly struct PositionGroups
{
    private readonly int[] starts;
    private readonly int[] positions;

    private PositionGroups(int[] starts, int[] positions)
    {
        this.starts = starts;
        this.positions = positions;
    }

    public int Count => starts.Length - 1;

    /// <summary>The group of <paramref name="key"/>; callers may reorder it.</summary>
    public Span<int> this[int key] => positions.AsSpan(starts[key]..starts[key + 1]);

    /// <summary>Where the group starts among all positions.</summary>
    public int Start(int key) => starts[key];

    public static PositionGroups By(ReadOnlySpan<int> keys)
    {
        int groups = 0;
        foreach (int key in keys)
        {
            groups = Math.Max(groups, key + 1);
        }

        var starts = new int[groups + 1];
        foreach (int key in keys)
        {
            starts[key + 1]++;
        }

        for (int key = 0; key < groups; key++)
        {
            starts[key + 1] += starts[key];
        }

        var positions = new int[keys.Length];
        int[] next = starts[..groups];
        for (int n = 0; n < keys.Length; n++)
        {
            positions[next[keys[n]]++] = n;
        }

        return new PositionGroups(starts, positions);
    }
}
