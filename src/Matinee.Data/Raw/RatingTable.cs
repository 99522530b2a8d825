namespace Matinee.Data.Raw;

/// <summary>
/// Growing columns of ratings while they are read and prepared: first with the source's ids, then with dense indices.
/// Everything happens in place, for 32 million ratings leave no room for objects or copies.
/// </summary>
internal sealed class RatingTable
{
    private int[] users = [];
    private int[] items = [];
    private float[] values = [];
    private long[] timestamps = [];
    private SplitPart[] parts = [];

    public int Count { get; private set; }
    public Span<int> Users => users.AsSpan(0, Count);
    public Span<int> Items => items.AsSpan(0, Count);
    public Span<float> Values => values.AsSpan(0, Count);
    public Span<long> Timestamps => timestamps.AsSpan(0, Count);
    public Span<SplitPart> Parts => parts.AsSpan(0, Count);

    public void Reserve(long capacity) => Resize((int)Math.Min(Array.MaxLength, Math.Max(capacity, users.Length)));

    public void Add(int user, int item, float value, long timestamp, SplitPart part)
    {
        if (Count == users.Length)
        {
            Resize((int)Math.Min(Array.MaxLength, Math.Max(1024, Count * 3L / 2)));
        }

        users[Count] = user;
        items[Count] = item;
        values[Count] = value;
        timestamps[Count] = timestamp;
        parts[Count] = part;
        Count++;
    }

    public void Append(RatingRows rows, SplitPart part)
    {
        if (Count + rows.Count > users.Length)
        {
            Resize((int)Math.Min(Array.MaxLength, Math.Max(Count + (long)rows.Count, Count * 3L / 2)));
        }

        rows.Users.CopyTo(users.AsSpan(Count));
        rows.Items.CopyTo(items.AsSpan(Count));
        rows.Values.CopyTo(values.AsSpan(Count));
        rows.Timestamps.CopyTo(timestamps.AsSpan(Count));
        parts.AsSpan(Count, rows.Count).Fill(part);
        Count += rows.Count;
    }

    /// <summary>Copies entry <paramref name="from"/> over entry <paramref name="to"/>.</summary>
    public void Move(int from, int to)
    {
        users[to] = users[from];
        items[to] = items[from];
        values[to] = values[from];
        timestamps[to] = timestamps[from];
        parts[to] = parts[from];
    }

    /// <summary>Drops every entry from <paramref name="count"/> on.</summary>
    public void Truncate(int count) => Count = count;

    /// <summary>Puts entry <c>order[n]</c> at <c>n</c>, one column at a time.</summary>
    public void Reorder(int[] order)
    {
        users = Gathered(users, order);
        items = Gathered(items, order);
        values = Gathered(values, order);
        timestamps = Gathered(timestamps, order);
        parts = Gathered(parts, order);
    }

    /// <summary>Users and items alone, to try something out on.</summary>
    public RatingTable CopyOfPairs()
    {
        var copy = new RatingTable();
        copy.Reserve(Count);
        Users.CopyTo(copy.users);
        Items.CopyTo(copy.items);
        copy.Count = Count;
        return copy;
    }

    /// <summary>The same columns at their exact length; the table is empty afterwards.</summary>
    public RatingColumns Release()
    {
        Resize(Count);
        var columns = new RatingColumns(users, items, values, timestamps, parts);
        (users, items, values, timestamps, parts, Count) = ([], [], [], [], [], 0);
        return columns;
    }

    private static T[] Gathered<T>(T[] column, int[] order)
    {
        var gathered = new T[order.Length];
        for (int n = 0; n < order.Length; n++)
        {
            gathered[n] = column[order[n]];
        }

        return gathered;
    }

    private void Resize(int capacity)
    {
        Array.Resize(ref users, capacity);
        Array.Resize(ref items, capacity);
        Array.Resize(ref values, capacity);
        Array.Resize(ref timestamps, capacity);
        Array.Resize(ref parts, capacity);
    }
}
