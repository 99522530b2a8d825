namespace Matinee.Data.Raw;

/// <summary>
/// Growing columns of ratings while they are read and prepared: first with the source's ids, then with dense indices.
/// Everything happens in place, for 32 million ratings leave no room for objects or copies. Spans of it end with it.
/// </summary>
internal sealed class RatingTable : IDisposable
{
    private readonly NativeColumn<int> users = new();
    private readonly NativeColumn<int> items = new();
    private readonly NativeColumn<float> values = new();
    private readonly NativeColumn<long> timestamps = new();
    private readonly NativeColumn<SplitPart> parts = new();

    public int Count { get; private set; }
    public Span<int> Users => users.First(Count);
    public Span<int> Items => items.First(Count);
    public Span<float> Values => values.First(Count);
    public Span<long> Timestamps => timestamps.First(Count);
    public Span<SplitPart> Parts => parts.First(Count);

    public void Reserve(long capacity) => Resize((int)Math.Min(Array.MaxLength, Math.Max(capacity, users.Capacity)));

    public void Add(int user, int item, float value, long timestamp, SplitPart part)
    {
        int row = Extend(1);
        Users[row] = user;
        Items[row] = item;
        Values[row] = value;
        Timestamps[row] = timestamp;
        Parts[row] = part;
    }

    /// <summary>Adds rows, all of one part.</summary>
    public void Append(RatingRows rows, SplitPart part)
    {
        int start = Extend(rows.Count);
        rows.Users.CopyTo(Users[start..]);
        rows.Items.CopyTo(Items[start..]);
        rows.Values.CopyTo(Values[start..]);
        rows.Timestamps.CopyTo(Timestamps[start..]);
        Parts[start..].Fill(part);
    }

    /// <summary>Copies entries over those from <paramref name="to"/> on, which is not above <paramref name="from"/>.</summary>
    public void Move(int from, int to, int count = 1)
    {
        if (from == to)
        {
            return;
        }

        Move(Users);
        Move(Items);
        Move(Values);
        Move(Timestamps);
        Move(Parts);

        void Move<T>(Span<T> column) => column.Slice(from, count).CopyTo(column[to..]);
    }

    /// <summary>Drops every entry of a marked user or item; the others keep their order.</summary>
    public void Drop(ReadOnlySpan<bool> markedUsers, ReadOnlySpan<bool> markedItems)
    {
        ReadOnlySpan<int> users = Users;
        ReadOnlySpan<int> items = Items;
        int kept = 0;
        for (int start = 0, end; start < users.Length; start = end + 1)
        {
            end = start;
            while (end < users.Length && !(markedUsers[users[end]] | markedItems[items[end]]))
            {
                end++;
            }

            Move(start, kept, end - start);
            kept += end - start;
        }

        Truncate(kept);
    }

    /// <summary>Drops every entry from <paramref name="count"/> on.</summary>
    public void Truncate(int count) => Count = count;

    /// <summary>Puts entry <c>order[n]</c> at <c>n</c>, one column at a time.</summary>
    public void Reorder(int[] order)
    {
        Gather(Users, order);
        Gather(Items, order);
        Gather(Values, order);
        Gather(Timestamps, order);
        Gather(Parts, order);
    }

    /// <summary>The same columns at their exact length; the table is empty afterwards.</summary>
    public RatingColumns Release()
    {
        var columns = new RatingColumns(Copy(users), Copy(items), Copy(values), Copy(timestamps), Copy(parts));
        Count = 0;
        return columns;

        // Each goes as its copy comes: there is no room for both of all.
        T[] Copy<T>(NativeColumn<T> column)
            where T : unmanaged
        {
            T[] copy = column.ToArray(Count);
            column.Dispose();
            return copy;
        }
    }

    public void Dispose()
    {
        Count = 0;
        users.Dispose();
        items.Dispose();
        values.Dispose();
        timestamps.Dispose();
        parts.Dispose();
    }

    private static void Gather<T>(Span<T> column, int[] order)
        where T : unmanaged
    {
        using var gathered = new NativeColumn<T>();
        gathered.Resize(order.Length);
        Span<T> target = gathered.First(order.Length);
        for (int n = 0; n < order.Length; n++)
        {
            target[n] = column[order[n]];
        }

        target.CopyTo(column);
    }

    /// <returns>The first new row.</returns>
    private int Extend(int rows)
    {
        long needed = (long)Count + rows;
        if (needed > users.Capacity)
        {
            Resize((int)Math.Min(Array.MaxLength, Math.Max(Math.Max(1024, needed), Count * 3L / 2)));
        }

        int start = Count;
        Count = checked((int)needed);
        return start;
    }

    private void Resize(int capacity)
    {
        users.Resize(capacity);
        items.Resize(capacity);
        values.Resize(capacity);
        timestamps.Resize(capacity);
        parts.Resize(capacity);
    }
}
