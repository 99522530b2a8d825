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
    public FacetSet? Facets { get; init; }

    /// <summary>Facets of the candidates; null without text.</summary>
    public FacetSet? CandidateFacets { get; init; }
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
