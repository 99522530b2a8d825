namespace Matinee.Data.Raw;

/// <summary>A few columns' worth of ratings, in buffers that are used again.</summary>
/// <param name="capacity">The most rows.</param>
internal sealed class RatingRows(int capacity)
{
    private readonly int[] users = new int[capacity];
    private readonly int[] items = new int[capacity];
    private readonly float[] values = new float[capacity];
    private readonly long[] timestamps = new long[capacity];

    public int Count { get; set; }
    public ReadOnlySpan<int> Users => users.AsSpan(0, Count);
    public ReadOnlySpan<int> Items => items.AsSpan(0, Count);
    public ReadOnlySpan<float> Values => values.AsSpan(0, Count);
    public ReadOnlySpan<long> Timestamps => timestamps.AsSpan(0, Count);

    public void Add(int user, int item, float value, long timestamp)
    {
        int row = Count++;
        users[row] = user;
        items[row] = item;
        values[row] = value;
        timestamps[row] = timestamp;
    }
}
