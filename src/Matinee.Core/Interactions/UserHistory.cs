namespace Matinee.Core.Interactions;

/// <summary>
/// What one person rated: the input of every recommender. A known user is a history that happens to have a row
/// in the training data; a visitor is a history that arrived with the request.
/// </summary>
public sealed class UserHistory
{
    private readonly ReadOnlyMemory<int> items;
    private readonly ReadOnlyMemory<float> ratings;
    private readonly ReadOnlyMemory<long> timestamps;

    /// <param name="items">Distinct item indices, ascending.</param>
    /// <param name="ratings">Stars, one per item.</param>
    /// <param name="timestamps">Seconds since 1970 UTC, one per item.</param>
    /// <param name="row">The user's training row; only while the history equals what was trained on.</param>
    /// <param name="asOf">The moment recommended for, seconds since 1970 UTC; default: the last rating.</param>
    public UserHistory(
        ReadOnlyMemory<int> items,
        ReadOnlyMemory<float> ratings,
        ReadOnlyMemory<long> timestamps,
        UserIndex? row = null,
        long? asOf = null
    )
    {
        if (ratings.Length != items.Length || timestamps.Length != items.Length)
        {
            throw new ArgumentException("A history needs one rating and one timestamp per item.", nameof(items));
        }

        this.items = items;
        this.ratings = ratings;
        this.timestamps = timestamps;
        Row = row;
        AsOf = asOf ?? (timestamps.IsEmpty ? 0 : System.Numerics.Tensors.TensorPrimitives.Max(timestamps.Span));
    }

    public static UserHistory Empty { get; } = new(default, default, default);

    public int Count => items.Length;
    public ReadOnlySpan<int> Items => items.Span;
    public ReadOnlySpan<float> Ratings => ratings.Span;
    public ReadOnlySpan<long> Timestamps => timestamps.Span;
    public UserIndex? Row { get; }
    public long AsOf { get; }

    /// <summary>The same history as a visitor's: models fold it in instead of using a training row.</summary>
    public UserHistory WithoutRow() => new(items, ratings, timestamps, row: null, AsOf);

    /// <summary>A visitor's history that lacks one movie; the same movies where it is not there.</summary>
    public UserHistory Without(ItemIndex item)
    {
        int[] kept = [.. Enumerable.Range(0, Count).Where(n => items.Span[n] != item.Value)];
        return new UserHistory(
            kept.Select(n => items.Span[n]).ToArray(),
            kept.Select(n => ratings.Span[n]).ToArray(),
            kept.Select(n => timestamps.Span[n]).ToArray(),
            row: null,
            AsOf
        );
    }

    /// <summary>A visitor's history of the movies that a model of so many items covers; itself where that is all of them.</summary>
    public UserHistory Covered(int itemCount)
    {
        int count = Items.BinarySearch(itemCount);
        count = count < 0 ? ~count : count;
        return count == Count
            ? this
            : new UserHistory(items[..count], ratings[..count], timestamps[..count], row: null, AsOf);
    }

    /// <summary>
    /// Several people as one: all their movies, each with the mean of its ratings and the time of the latest; of the one person
    /// where there is one.
    /// </summary>
    public static UserHistory Together(IReadOnlyList<UserHistory> people)
    {
        if (people.Count == 1)
        {
            return people[0];
        }

        var byItem = people
            .SelectMany(person =>
                Enumerable
                    .Range(0, person.Count)
                    .Select(n => (Item: person.Items[n], Rating: person.Ratings[n], Time: person.Timestamps[n]))
            )
            .GroupBy(entry => entry.Item)
            .OrderBy(entries => entries.Key)
            .ToArray();
        return new UserHistory(
            byItem.Select(entries => entries.Key).ToArray(),
            byItem.Select(entries => entries.Average(entry => entry.Rating)).ToArray(),
            byItem.Select(entries => entries.Max(entry => entry.Time)).ToArray()
        );
    }

    public bool Contains(ItemIndex item) => Items.BinarySearch(item.Value) >= 0;
}
