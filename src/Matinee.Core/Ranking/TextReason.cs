using Matinee.Core.Catalog.Facets;

namespace Matinee.Core.Ranking;

/// <summary>What a recommended movie says about itself that speaks for it.</summary>
/// <param name="Texts">One to three, the one to name first first.</param>
/// <param name="Share">
/// The part of everything that speaks for the movie which its texts have together, above 0 and at most 1. Another cut through
/// the same score as the reasons' shares: what a rated movie contributes it may contribute through the texts.
/// </param>
public sealed record TextReason(IReadOnlyList<NamedText> Texts, double Share)
{
    /// <summary>Whether more than the title speaks for it, which stands beside every reason anyway.</summary>
    public bool SaysMoreThanTheTitle => Texts.Any(text => text.Kind != FacetKind.Title);
}

/// <param name="Text">As the model was given it.</param>
/// <param name="Part">Of what the movie's texts add to its score together, not counting what some take away; 0 to 1.</param>
/// <param name="Attention">Its share of the history's attention to the movie's texts, 0 to 1.</param>
public readonly record struct NamedText(FacetKind Kind, string Text, double Part, double Attention);
