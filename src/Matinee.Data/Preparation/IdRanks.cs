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
        var gate = new Lock();
        SpanPieces.ForEach(
            ids,
            (piece, _) =>
            {
                int most = 0;
                foreach (int id in piece)
                {
                    most = Math.Max(most, id);
                }

                lock (gate)
                {
                    largest = Math.Max(largest, most);
                }
            }
        );
        return largest < tableLimit ? ByTable(ids, largest) : ByDictionary(ids);
    }

    private static int[] ByTable(Span<int> ids, int largest)
    {
        // Threads write the same value to the same place, in whatever order; once, not to fight over it.
        var rankById = new int[largest + 1];
        SpanPieces.ForEach(
            ids,
            (piece, _) =>
            {
                foreach (int id in piece)
                {
                    if (rankById[id] == 0)
                    {
                        rankById[id] = 1;
                    }
                }
            }
        );
        var distinct = new List<int>();
        for (int id = 0; id <= largest; id++)
        {
            if (rankById[id] != 0)
            {
                rankById[id] = distinct.Count;
                distinct.Add(id);
            }
        }

        SpanPieces.ForEach(
            ids,
            (piece, _) =>
            {
                foreach (ref int id in piece)
                {
                    id = rankById[id];
                }
            }
        );
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
