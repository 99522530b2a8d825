namespace Matinee.Core.Models.Hybrid;

/// <summary>
/// Attention from a history to a movie's facets. T distinct texts, K kinds of facet, a attention heads of k key dimensions;
/// the rest as in <see cref="HybridTensors"/>.
/// </summary>
public sealed record HybridTextTensors
{
    /// <summary>N, 0 to 1: the texts' share in a movie's ranking score, 1 for one that nobody has rated.</summary>
    public required float[] Gate { get; init; }

    /// <summary>d × a·k.</summary>
    public required float[] AttentionQuery { get; init; }

    /// <summary>T × a·k.</summary>
    public required float[] Keys { get; init; }

    /// <summary>T × d.</summary>
    public required float[] RankingValues { get; init; }

    /// <summary>T × r.</summary>
    public required float[] RatingValues { get; init; }

    /// <summary>K × a, added to the logits of a kind's facets.</summary>
    public required float[] KindBias { get; init; }

    /// <summary>N + 1: item i has the facets FacetStarts[i] .. FacetStarts[i + 1].</summary>
    public required int[] FacetStarts { get; init; }

    /// <summary>Per facet: its text, 0 to T − 1.</summary>
    public required int[] FacetTexts { get; init; }

    /// <summary>Per facet: its kind, 0 to K − 1.</summary>
    public required int[] FacetKinds { get; init; }
}
