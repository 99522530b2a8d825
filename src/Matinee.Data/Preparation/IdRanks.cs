namespace Matinee.Data.Preparation;

/// <summary>Replaces ids by their rank among the distinct ids.</summary>
internal static class IdRanks
{
    // Real ids are dense enough for a table; a stray huge one must not cost gigabytes.
    private const int TableLimit = 1 << 24;

    /// <summary>Overwrites each id with its rank and returns the distinct ids, ascending.</summary>
    public static int[] Replace(Span<int> ids) => Replace(ids, TableLimit);

    internal static int[] Replace(Span<int> ids, int tableLimit)
    {
        int largest = 0;
        foreach (int id in ids)
        {
            largest = Math.Max(largest, id);
        }

        return largest < tableLimit ? ByTable(ids, largest) : ByDictionary(ids);
    }

    private static int[] ByTable(Span<int> ids, int largest)
    {
        var rankById = new int[largest + 1];
        foreach (int id in ids)
        {
            rankById[id] = 1;
        }

        var distinct = new List<int>();
        for (int id = 0; id <= largest; id++)
        {
            if (rankById[id] != 0)
            {
                rankById[id] = distinct.Count;
                distinct.Add(id);
            }
        }

        foreach (ref int id in ids)
        {
            id = rankById[id];
        }

        return [.. distinct];
    }

    private static int[] ByDictionary(Span<int> ids)
    {
        var known = new HashSet<int>();
        foreach (int id in ids)
        {
            known.Add(id);
        }

        int[] distinct = [.. known.Order()];
        var rankById = new Dictionary<int, int>(distinct.Length);
        for (int rank = 0; rank < distinct.Length; rank++)
        {
            rankById[distinct[rank]] = rank;
        }

        foreach (ref int id in ids)
        {
            id = rankById[id];
        }

        return distinct;
    }
}
