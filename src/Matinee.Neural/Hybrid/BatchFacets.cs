namespace Matinee.Neural.Hybrid;

/// <summary>Finds the facets of a step's movies; the next step that has the same movies has the same facets.</summary>
internal sealed class BatchFacets(FacetTable table)
{
    // Projecting a few texts twice is cheaper than to gather what all of them give.
    private const double MostlyDistinct = 0.9;

    private (int[] Items, IReadOnlyList<KindFacets> Facets) last = ([], []);

    /// <param name="items">Movies, ascending.</param>
    public IReadOnlyList<KindFacets> Of(int[] items)
    {
        (int[] Items, IReadOnlyList<KindFacets> Facets) before = last;
        if (before.Items.AsSpan().SequenceEqual(items))
        {
            return before.Facets;
        }

        var kinds = new List<(long Text, long Item, float Share)>[FacetTable.KindCount];
        for (int kind = 0; kind < kinds.Length; kind++)
        {
            kinds[kind] = [];
        }

        for (int n = 0; n < items.Length; n++)
        {
            for (int facet = table.Starts[items[n]]; facet < table.Starts[items[n] + 1]; facet++)
            {
                kinds[table.Kinds[facet]].Add((table.Texts[facet], n, table.Shares[facet]));
            }
        }

        IReadOnlyList<KindFacets> facets =
        [
            .. kinds.Index().Where(kind => kind.Item.Count > 0).Select(kind => Of(kind.Index, kind.Item, items.Length)),
        ];
        last = (items, facets);
        return facets;
    }

    private static KindFacets Of(int kind, List<(long Text, long Item, float Share)> facets, int items)
    {
        long[] perFacet = [.. facets.Select(facet => facet.Text)];
        long[] distinct = [.. perFacet.Distinct().Order()];
        bool own = distinct.Length >= MostlyDistinct * perFacet.Length;
        bool onePerMovie = facets.Count == items && facets.Index().All(facet => facet.Item.Item == facet.Index);
        Dictionary<long, long> place = distinct.Index().ToDictionary(text => text.Item, text => (long)text.Index);
        return new KindFacets(
            kind,
            own ? perFacet : distinct,
            own ? null : [.. perFacet.Select(text => place[text])],
            onePerMovie ? null : [.. facets.Select(facet => facet.Item)],
            [.. facets.Select(facet => facet.Share)]
        );
    }
}
