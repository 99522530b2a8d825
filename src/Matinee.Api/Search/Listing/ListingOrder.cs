namespace Matinee.Api.Search.Listing;

/// <summary>All movies in one order.</summary>
/// <param name="Items">Item indices, first to last.</param>
/// <param name="Places">By item index: its place in <paramref name="Items"/>.</param>
internal sealed record ListingOrder(int[] Items, int[] Places)
{
    public static ListingOrder Sort(int movies, Comparison<int> comparison)
    {
        int[] items = [.. Enumerable.Range(0, movies)];
        items.AsSpan().Sort(comparison);
        return Of(items);
    }

    /// <param name="comparison">The one it was sorted by, that knows the item, too.</param>
    public ListingOrder With(int item, Comparison<int> comparison)
    {
        int place = Array.BinarySearch(Items, item, Comparer<int>.Create(comparison));
        return Of([.. Items[..~place], item, .. Items[~place..]]);
    }

    private static ListingOrder Of(int[] items)
    {
        var places = new int[items.Length];
        for (int place = 0; place < items.Length; place++)
        {
            places[items[place]] = place;
        }

        return new ListingOrder(items, places);
    }
}
