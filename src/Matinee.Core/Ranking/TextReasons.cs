using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;
using Matinee.Core.Interactions;
using Matinee.Core.Models;

namespace Matinee.Core.Ranking;

/// <summary>
/// Chooses which of a movie's texts are reasons: those that add clearly more to its score than an even share of what they add
/// together, tags before what every movie has. docs/explanations.md states every rule.
/// </summary>
internal sealed class TextReasons(ITextExplainer model, MovieCatalog catalog)
{
    public const int MostTexts = 3;

    /// <summary>A text is named from this many times the part that it would have if all had the same.</summary>
    public const double LeastOfEvenPart = 1.5;

    /// <summary>Title, genres and plot are named beside a tag only from this many times its part.</summary>
    public const double LeastOfTag = 2;

    /// <param name="score">The movie's score as far as this history makes it.</param>
    /// <param name="share">What other reasons leave of everything that speaks for the movie, 0 to 1.</param>
    /// <returns>Null where no text is a reason.</returns>
    public TextReason? Of(UserHistory history, ItemIndex item, double score, double share)
    {
        IReadOnlyList<FacetReading> readings = model.ReadTexts(history, item);
        double fromTexts = readings.Sum(reading => reading.Score);
        double fromRest = Math.Max(0, score - fromTexts);
        double own = fromTexts <= 0 ? 0 : share * fromTexts / (fromTexts + fromRest);
        if (own < Explainer.LeastShare)
        {
            return null;
        }

        IReadOnlyList<MovieFacet> facets = MovieFacets.Of(catalog[item], model.FacetOptions);
        // A catalogue that has changed since would lend the numbers other texts.
        if (!facets.Select(facet => facet.Kind).SequenceEqual(readings.Select(reading => reading.Kind)))
        {
            return null;
        }

        NamedText[] named = [.. Named(facets, readings)];
        return named.Length == 0 ? null : new TextReason(named, own);
    }

    private static IEnumerable<NamedText> Named(IReadOnlyList<MovieFacet> facets, IReadOnlyList<FacetReading> readings)
    {
        double total = readings.Sum(reading => Math.Max(0, reading.Score));
        // The only text has nothing to stand out from.
        double least = Math.Min(1, LeastOfEvenPart / readings.Count);
        NamedText[] standing =
        [
            .. facets
                .Zip(
                    readings,
                    (facet, read) => new NamedText(facet.Kind, facet.Text, read.Score / total, read.Attention)
                )
                .Where(text => text.Part >= least)
                .OrderByDescending(text => text.Part),
        ];
        double tag = standing.FirstOrDefault(text => text.Kind == FacetKind.Tag).Part;
        return standing.Where(text => text.Kind == FacetKind.Tag || text.Part >= LeastOfTag * tag).Take(MostTexts);
    }
}
