namespace Matinee.Core.Interactions;

/// <summary>
/// Ratings as a users × items matrix in compressed sparse rows. Within a row, columns ascend and stand once.
/// Immutable; safe to share between threads.
/// </summary>
public sealed class InteractionMatrix
{
    private readonly int[] rowStarts;
    private readonly ReadOnlyMemory<int> columns;
    private readonly ReadOnlyMemory<float> values;
    private readonly ReadOnlyMemory<long> timestamps;

    /// <param name="rowStarts">Length rows + 1; row r is entries rowStarts[r] .. rowStarts[r + 1].</param>
    /// <param name="columnCount">Number of items.</param>
    public InteractionMatrix(int[] rowStarts, int[] columns, float[] values, long[] timestamps, int columnCount)
        : this(
            rowStarts,
            columns.AsMemory(),
            (ReadOnlyMemory<float>)values,
            (ReadOnlyMemory<long>)timestamps,
            columnCount
        ) { }

    /// <summary>Of entries that may lie in a mapped file.</summary>
    /// <param name="rowStarts">Length rows + 1; row r is entries rowStarts[r] .. rowStarts[r + 1].</param>
    /// <param name="columnCount">Number of items.</param>
    public InteractionMatrix(
        int[] rowStarts,
        ReadOnlyMemory<int> columns,
        ReadOnlyMemory<float> values,
        ReadOnlyMemory<long> timestamps,
        int columnCount
    )
    {
        if (rowStarts.Length == 0 || rowStarts[0] != 0 || rowStarts[^1] != columns.Length)
        {
            throw new ArgumentException("Row starts must run from 0 to the number of entries.", nameof(rowStarts));
        }

        if (values.Length != columns.Length || timestamps.Length != columns.Length)
        {
            throw new ArgumentException("Each entry needs a column, a value and a timestamp.", nameof(values));
        }

        this.rowStarts = rowStarts;
        this.columns = columns;
        this.values = values;
        this.timestamps = timestamps;
        ColumnCount = columnCount;
    }

    public int RowCount => rowStarts.Length - 1;
    public int ColumnCount { get; }

    /// <summary>Number of stored entries.</summary>
    public int EntryCount => columns.Length;

    public ReadOnlySpan<int> RowStarts => rowStarts;
    public ReadOnlySpan<int> Columns => columns.Span;
    public ReadOnlySpan<float> Values => values.Span;
    public ReadOnlySpan<long> Timestamps => timestamps.Span;

    internal ReadOnlyMemory<int> ColumnMemory => columns;
    internal ReadOnlyMemory<float> ValueMemory => values;
    internal ReadOnlyMemory<long> TimestampMemory => timestamps;

    public int RowLength(int row) => rowStarts[row + 1] - rowStarts[row];

    public ReadOnlySpan<int> RowColumns(int row) => columns.Span.Slice(rowStarts[row], RowLength(row));

    public ReadOnlySpan<float> RowValues(int row) => values.Span.Slice(rowStarts[row], RowLength(row));

    public ReadOnlySpan<long> RowTimestamps(int row) => timestamps.Span.Slice(rowStarts[row], RowLength(row));

    /// <summary>A row as a history, without copying.</summary>
    public UserHistory History(UserIndex user)
    {
        int start = rowStarts[user.Value];
        int length = RowLength(user.Value);
        return new UserHistory(
            columns.Slice(start, length),
            values.Slice(start, length),
            timestamps.Slice(start, length),
            user
        );
    }

    /// <summary>Builds the matrix from the rating columns that <paramref name="include"/> accepts.</summary>
    public static InteractionMatrix FromRatings(
        RatingColumns ratings,
        int userCount,
        int itemCount,
        Func<SplitPart, bool> include
    )
    {
        bool[] included = [.. Enum.GetValues<SplitPart>().Select(include)];
        int[] users = ratings.Users;
        SplitPart[] parts = ratings.Parts;
        var starts = new int[userCount + 1];
        for (int n = 0; n < users.Length; n++)
        {
            // No branch: which part comes next can't be foreseen.
            starts[users[n] + 1] += included[(int)parts[n]] ? 1 : 0;
        }

        for (int user = 0; user < userCount; user++)
        {
            starts[user + 1] += starts[user];
        }

        int entries = starts[userCount];
        var columns = new int[entries];
        var values = new float[entries];
        var timestamps = new long[entries];
        var next = starts.AsSpan(0, userCount).ToArray();
        (int[] items, float[] stars, long[] times) = (ratings.Items, ratings.Values, ratings.Timestamps);
        for (int n = 0; n < users.Length; n++)
        {
            if (included[(int)parts[n]])
            {
                int at = next[users[n]]++;
                columns[at] = items[n];
                values[at] = stars[n];
                timestamps[at] = times[n];
            }
        }

        return new InteractionMatrix(starts, columns, values, timestamps, itemCount).WithSortedRows();
    }

    /// <summary>The same entries, with a function of their values.</summary>
    public InteractionMatrix Map(Func<float, float> function)
    {
        var other = new float[EntryCount];
        ReadOnlySpan<float> own = Values;
        for (int n = 0; n < other.Length; n++)
        {
            other[n] = function(own[n]);
        }

        return WithValues(other);
    }

    /// <summary>The same entries with other values, one for each.</summary>
    public InteractionMatrix WithValues(float[] other) =>
        new(rowStarts, columns, other.AsMemory(), timestamps, ColumnCount);

    /// <summary>The entries whose value is accepted.</summary>
    public InteractionMatrix Where(Predicate<float> accept) => Where((_, _, value) => accept(value));

    /// <summary>The entries whose row, column and value are accepted.</summary>
    public InteractionMatrix Where(Func<int, int, float, bool> accept) =>
        Filtered((row, entry) => accept(row, Columns[entry], Values[entry]));

    /// <summary>The entries whose place among all of them is accepted: rows in order, columns ascending within one.</summary>
    public InteractionMatrix WhereEntry(Func<int, bool> accept) => Filtered((_, entry) => accept(entry));

    /// <summary>Entries per column.</summary>
    public int[] ColumnCounts()
    {
        var counts = new int[ColumnCount];
        foreach (int column in Columns)
        {
            counts[column]++;
        }

        return counts;
    }

    private InteractionMatrix Filtered(Func<int, int, bool> accept)
    {
        var starts = new int[rowStarts.Length];
        var kept = new List<int>(columns.Length);
        for (int row = 0; row < RowCount; row++)
        {
            for (int n = rowStarts[row]; n < rowStarts[row + 1]; n++)
            {
                if (accept(row, n))
                {
                    kept.Add(n);
                }
            }

            starts[row + 1] = kept.Count;
        }

        return new InteractionMatrix(
            starts,
            [.. kept.Select(n => Columns[n])],
            [.. kept.Select(n => Values[n])],
            [.. kept.Select(n => Timestamps[n])],
            ColumnCount
        );
    }

    /// <summary>The items × users matrix of the same entries.</summary>
    public InteractionMatrix Transpose()
    {
        var starts = new int[ColumnCount + 1];
        foreach (int column in Columns)
        {
            starts[column + 1]++;
        }

        for (int column = 0; column < ColumnCount; column++)
        {
            starts[column + 1] += starts[column];
        }

        var rows = new int[columns.Length];
        var newValues = new float[columns.Length];
        var newTimestamps = new long[columns.Length];
        var next = starts.AsSpan(0, ColumnCount).ToArray();
        ReadOnlySpan<int> ownColumns = Columns;
        ReadOnlySpan<float> ownValues = Values;
        ReadOnlySpan<long> ownTimestamps = Timestamps;
        for (int row = 0; row < RowCount; row++)
        {
            for (int n = rowStarts[row]; n < rowStarts[row + 1]; n++)
            {
                int at = next[ownColumns[n]]++;
                rows[at] = row;
                newValues[at] = ownValues[n];
                newTimestamps[at] = ownTimestamps[n];
            }
        }

        return new InteractionMatrix(starts, rows, newValues, newTimestamps, RowCount);
    }

    /// <summary>Where the entries of each column are, without what they say: a column's rows ascend.</summary>
    /// <returns>Column c's rows are entries starts[c] .. starts[c + 1].</returns>
    public (int[] Starts, int[] Rows) ColumnRows()
    {
        int[] starts = [0, .. ColumnCounts()];
        for (int column = 0; column < ColumnCount; column++)
        {
            starts[column + 1] += starts[column];
        }

        var rows = new int[EntryCount];
        int[] next = starts[..ColumnCount];
        for (int row = 0; row < RowCount; row++)
        {
            foreach (int column in RowColumns(row))
            {
                rows[next[column]++] = row;
            }
        }

        return (starts, rows);
    }

    // Transposing visits rows in order, so each transposed row comes out ascending: twice sorts every row in O(entries).
    private InteractionMatrix WithSortedRows()
    {
        for (int row = 0; row < RowCount; row++)
        {
            ReadOnlySpan<int> items = RowColumns(row);
            for (int n = 1; n < items.Length; n++)
            {
                if (items[n] <= items[n - 1])
                {
                    return Transpose().Transpose();
                }
            }
        }

        return this;
    }
}
