using Matinee.Imports.Matching.Titles;

namespace Matinee.Imports.Matching;

/// <summary>Decides among movies whose titles fit; the rules are in docs/imports.md.</summary>
internal static class TitleMatch
{
    /// <param name="candidates">One a movie, in any order.</param>
    /// <returns>The movie, by what, or null; then the sentence says why.</returns>
    public static (Candidate? Movie, MatchedBy By, string Doubt) Decide(IReadOnlyList<Candidate> candidates)
    {
        Candidate[] same = [.. candidates.Where(candidate => candidate.SameTitle)];
        Candidate[] thatYear = Best(same.Where(candidate => candidate.Years == 0));
        Candidate[] beside = Best(same.Where(candidate => candidate.Years == 1));
        if (thatYear.Length > 1)
        {
            return (null, default, "Several movies have this title and year.");
        }

        // The Ring (2002) is not Ring of that year where there is The Ring of 2001: one of the two is said wrongly.
        if (thatYear.Length == 1 && !(beside.Length > 0 && beside[0].Fit < thatYear[0].Fit))
        {
            return (thatYear[0], MatchedBy.TitleAndYear, "");
        }

        if (thatYear.Length == 0 && beside.Length == 1)
        {
            return (beside[0], MatchedBy.TitleAndNearYear, "");
        }

        if (thatYear.Length + beside.Length > 0)
        {
            return (null, default, "Several movies have this title, and about this year.");
        }

        if (same.Length == 1 && same[0].Years is null)
        {
            return (same[0], MatchedBy.Title, "");
        }

        return Less(candidates, same);
    }

    private static (Candidate? Movie, MatchedBy By, string Doubt) Less(
        IReadOnlyList<Candidate> candidates,
        Candidate[] same
    )
    {
        Candidate[] pieces = [.. candidates.Where(candidate => candidate is { Fit: TitleFit.Piece, Years: 0 })];
        if (pieces.Length == 1)
        {
            return (pieces[0], MatchedBy.NearTitle, "");
        }

        return (
            null,
            default,
            pieces.Length > 1 ? "Several movies of this year have the title as a part of theirs."
            : same.Length == 0 ? "The title is only nearly one of the catalogue's."
            : same.Any(candidate => candidate.Years is null) ? "Several movies have this title."
            : "The title is in the catalogue, but with another year."
        );
    }

    // A title with its articles goes before one that lacks them.
    private static Candidate[] Best(IEnumerable<Candidate> candidates)
    {
        Candidate[] all = [.. candidates];
        return all.Any(candidate => candidate.Fit == TitleFit.Exact)
            ? [.. all.Where(candidate => candidate.Fit == TitleFit.Exact)]
            : all;
    }
}
