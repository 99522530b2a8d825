namespace Matinee.Neural.Hybrid;

/// <summary>
/// One step's people: what each is known to have rated, and which of their ratings are to be predicted. Items, texts and
/// users are numbered within the batch; the lists say which they are.
/// </summary>
internal sealed class Batch
{
    /// <summary>Training rows of the users; −1 for one without a row.</summary>
    public required int[] Users { get; init; }

    /// <summary>Movies of the step, ascending: histories, targets, candidates.</summary>
    public required int[] Items { get; init; }

    public required HistoryEntries History { get; init; }
    public required Targets Targets { get; init; }
    public required Candidates Candidates { get; init; }

    /// <summary>Facets of the step's movies; null without text.</summary>
    public BatchFacets? Facets { get; init; }
}

/// <summary>Ratings that are known, one entry each, in parallel.</summary>
/// <param name="Ages">Bucket of the time from the rating to now, 0 .. 23.</param>
internal sealed record HistoryEntries(long[] Users, long[] Items, long[] Levels, long[] Ages, float[] Ratings);

/// <summary>Ratings to be predicted.</summary>
/// <param name="Positions">Place of each target's movie in the candidates.</param>
/// <param name="Weights">Of the ranking loss: people with many ratings count more, but not in proportion.</param>
internal sealed record Targets(long[] Users, long[] Items, long[] Positions, float[] Ratings, float[] Weights);

/// <summary>Movies the softmax runs over.</summary>
/// <param name="Items">Within the batch, ascending.</param>
/// <param name="LogCorrections">−log of the chance to be drawn; −∞ for a target that was not; null where all movies stand.</param>
/// <param name="Masked">user × candidates + candidate, flat: movies of the user's history (and, where drawn, targets).</param>
internal sealed record Candidates(long[] Items, float[]? LogCorrections, long[] Masked);

/// <summary>Facets in parallel, sorted by kind.</summary>
/// <param name="Texts">Which texts, ascending rows of the text vectors.</param>
/// <param name="FacetTexts">Per facet, within <paramref name="Texts"/>.</param>
/// <param name="FacetItems">Per facet, within the batch's items.</param>
/// <param name="KindStarts">Kind k has facets KindStarts[k] .. KindStarts[k + 1].</param>
internal sealed record BatchFacets(
    long[] Texts,
    long[] FacetTexts,
    long[] FacetItems,
    long[] FacetKinds,
    float[] FacetShares,
    int[] KindStarts
)
{
    public static BatchFacets Of(FacetTable table, int[] items)
    {
        var facets = new List<(int Kind, int Text, int Item, float Share)>();
        for (int n = 0; n < items.Length; n++)
        {
            for (int facet = table.Starts[items[n]]; facet < table.Starts[items[n] + 1]; facet++)
            {
                facets.Add((table.Kinds[facet], table.Texts[facet], n, table.Shares[facet]));
            }
        }

        // Stable: within a kind, by item.
        facets = [.. facets.OrderBy(facet => facet.Kind)];
        int[] texts = [.. facets.Select(facet => facet.Text).Distinct().Order()];
        var rows = new Dictionary<int, int>(texts.Length);
        foreach (int text in texts)
        {
            rows.Add(text, rows.Count);
        }

        var kindStarts = new int[FacetTable.KindCount + 1];
        foreach ((int kind, _, _, _) in facets)
        {
            kindStarts[kind + 1]++;
        }

        for (int kind = 0; kind < FacetTable.KindCount; kind++)
        {
            kindStarts[kind + 1] += kindStarts[kind];
        }

        return new BatchFacets(
            [.. texts.Select(text => (long)text)],
            [.. facets.Select(facet => (long)rows[facet.Text])],
            [.. facets.Select(facet => (long)facet.Item)],
            [.. facets.Select(facet => (long)facet.Kind)],
            [.. facets.Select(facet => facet.Share)],
            kindStarts
        );
    }
}
