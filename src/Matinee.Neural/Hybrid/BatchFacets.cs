namespace Matinee.Neural.Hybrid;

/// <summary>Finds the facets of a step's movies; the next step that has the same movies has the same facets.</summary>
internal sealed class BatchFacets(FacetTable table)
{
    private readonly int[] numbers = new int[table.TextCount];
    private (int[] Items, FacetSet? Facets) last = ([], null);

    /// <param name="items">Movies, ascending.</param>
    public FacetSet Of(int[] items)
    {
        if (last.Facets is { } before && last.Items.AsSpan().SequenceEqual(items))
        {
            return before;
        }

        var starts = new int[items.Length + 1];
        for (int n = 0; n < items.Length; n++)
        {
            starts[n + 1] = starts[n] + table.Starts[items[n] + 1] - table.Starts[items[n]];
        }

        var texts = new long[starts[^1]];
        var shares = new float[starts[^1]];
        for (int n = 0; n < items.Length; n++)
        {
            int count = starts[n + 1] - starts[n];
            table.Shares.AsSpan(table.Starts[items[n]], count).CopyTo(shares.AsSpan(starts[n]));
        }

        var kinds = new List<KindTexts>();
        int first = 0;
        for (int kind = 0; kind < FacetTable.KindCount; kind++)
        {
            long[] rows = Number(kind, first, items, starts, texts);
            if (rows.Length > 0)
            {
                kinds.Add(new KindTexts(kind, rows));
                first += rows.Length;
            }
        }

        var facets = new FacetSet(kinds, starts, texts, shares);
        last = (items, facets);
        return facets;
    }

    // Twice over the facets: once to find the texts, once to number them in ascending order.
    private long[] Number(int kind, int first, int[] items, int[] starts, long[] texts)
    {
        var rows = new List<long>();
        foreach (int facet in OfKind(kind, items))
        {
            if (numbers[table.Texts[facet]] == 0)
            {
                numbers[table.Texts[facet]] = 1;
                rows.Add(table.Texts[facet]);
            }
        }

        rows.Sort();
        for (int n = 0; n < rows.Count; n++)
        {
            numbers[rows[n]] = first + n;
        }

        for (int n = 0; n < items.Length; n++)
        {
            int shift = starts[n] - table.Starts[items[n]];
            for (int facet = table.Starts[items[n]]; facet < table.Starts[items[n] + 1]; facet++)
            {
                if (table.Kinds[facet] == kind)
                {
                    texts[facet + shift] = numbers[table.Texts[facet]];
                }
            }
        }

        foreach (long row in rows)
        {
            numbers[row] = 0;
        }

        return [.. rows];
    }

    private IEnumerable<int> OfKind(int kind, int[] items)
    {
        foreach (int item in items)
        {
            for (int facet = table.Starts[item]; facet < table.Starts[item + 1]; facet++)
            {
                if (table.Kinds[facet] == kind)
                {
                    yield return facet;
                }
            }
        }
    }
}
