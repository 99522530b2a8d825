namespace Matinee.Api.Store;

/// <summary>
/// The last used users' records, also that there is none, up to a number of rows. It never holds less than what is
/// committed: a record that was read while the user's newer one arrived is not kept.
/// </summary>
internal sealed class UserCache(int capacityRows)
{
    // A record without rows, its place in the lists included, takes as much memory as some rows.
    private const int RowsPerUser = 8;
    private const int RowsPerEvent = 4;

    private readonly Lock gate = new();
    private readonly Dictionary<int, LinkedListNode<Entry>> entries = [];
    private readonly LinkedList<Entry> byUse = new();
    private readonly Dictionary<int, Reading> readings = [];
    private long rows;

    /// <summary>Allocates nothing.</summary>
    /// <param name="record">Null where the database holds nothing about the user.</param>
    public bool TryGet(int userId, out UserRecord? record)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(userId, out LinkedListNode<Entry>? node))
            {
                record = null;
                return false;
            }

            if (node != byUse.First)
            {
                byUse.Remove(node);
                byUse.AddFirst(node);
            }

            record = node.Value.Record;
            return true;
        }
    }

    /// <summary>To be called before a record is read from the database.</summary>
    public Reading Begin(int userId)
    {
        Reading reading = new(userId);
        lock (gate)
        {
            readings[userId] = reading;
        }

        return reading;
    }

    /// <summary>Keeps the record that was read, unless a newer one was written since <see cref="Begin"/>.</summary>
    public void Finish(Reading reading, UserRecord? record)
    {
        lock (gate)
        {
            if (End(reading))
            {
                Put(reading.UserId, record);
            }
        }
    }

    public void Abandon(Reading reading)
    {
        lock (gate)
        {
            End(reading);
        }
    }

    /// <summary>Takes a record that was just committed.</summary>
    public void Publish(UserRecord record)
    {
        lock (gate)
        {
            readings.Remove(record.Id);
            Put(record.Id, record);
        }
    }

    /// <summary>Takes no chance with a record that the database contradicted.</summary>
    public void Forget(int userId)
    {
        lock (gate)
        {
            readings.Remove(userId);
            if (entries.Remove(userId, out LinkedListNode<Entry>? old))
            {
                Drop(old);
            }
        }
    }

    private bool End(Reading reading) =>
        readings.TryGetValue(reading.UserId, out Reading? last)
        && ReferenceEquals(last, reading)
        && readings.Remove(reading.UserId);

    private void Put(int userId, UserRecord? record)
    {
        if (entries.Remove(userId, out LinkedListNode<Entry>? old))
        {
            Drop(old);
        }

        Entry entry = new(userId, record, Rows(record));
        entries.Add(userId, byUse.AddFirst(entry));
        rows += entry.Rows;
        while (rows > capacityRows && byUse.Last is { } last)
        {
            entries.Remove(last.Value.UserId);
            Drop(last);
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        byUse.Remove(node);
        rows -= node.Value.Rows;
    }

    private static int Rows(UserRecord? record) =>
        record is null
            ? RowsPerUser
            : RowsPerUser
                + record.Ratings.Count
                + record.Hidden.Count
                + (record.AllowList?.Count ?? 0)
                + (RowsPerEvent * record.Events.Count);

    internal sealed class Reading(int userId)
    {
        public int UserId => userId;
    }

    private readonly record struct Entry(int UserId, UserRecord? Record, int Rows);
}
