using Matinee.Imports.Matching.Titles;

namespace Matinee.Imports.Matching;

/// <summary>Decides among movies whose titles fit; the rules are in docs/imports.md.</summary>
internal static class TitleMatch
{
    /// <summary>Whether a candidate makes those needless whose titles are only nearly the film's.</summary>
    public static bool Suffices(Candidate candidate) =>
        candidate.Years is null or <= 1 && (candidate.SameTitle || candidate is { Fit: TitleFit.Piece, Years: 0 });

    /// <summary>Whether a candidate is worth showing: of another year only the very title is.</summary>
    public static bool Counts(Candidate candidate) => candidate.SameTitle || candidate.Years is null or <= 1;

    /// <summary>Candidates in the order of likelihood, 0 first.</summary>
    public static int Rank(Candidate candidate) =>
        candidate.Fit == TitleFit.Similar ? 2
        : candidate.Years > 1 ? 1
        : 0;

    /// <param name="candidates">One a movie, in any order.</param>
    /// <param name="article">Whether the film is said with an article: then one that has it as well goes first even without a year.</param>
    /// <returns>The movie, by what, or null; then the sentence says why.</returns>
    public static (Candidate? Movie, MatchedBy By, string Doubt) Decide(
        IReadOnlyList<Candidate> candidates,
        bool article
    )
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

        Candidate[] alone = article ? Best(same) : same;
        if (alone.Length == 1 && alone[0].Years is null)
        {
            return (alone[0], MatchedBy.Title, "");
        }

        return Less(candidates, same);
    }

    private static (Candidate? Movie, MatchedBy By, string Doubt) Less(
        IReadOnlyList<Candidate> candidates,
        Candidate[] same
    )
    {
        Candidate[] pieces = [.. candidates.Where(candidate => candidate is { Fit: TitleFit.Piece, Years: 0 })];
        if (pieces is [{ IsSeries: false }])
        {
            return (pieces[0], MatchedBy.NearTitle, "");
        }

        Candidate[] near = [.. candidates.Where(candidate => candidate is { Fit: TitleFit.Near, Years: 0 })];
        if (near is [{ IsSeries: false }] && same.Length + pieces.Length == 0)
        {
            return (near[0], MatchedBy.NearTitle, "");
        }

        return (
            null,
            default,
            pieces.Length > 1 ? "Several movies of this year have the title as a part of theirs."
            : same.Any(candidate => candidate.Years is null) ? "Several movies have this title."
            : same.Any(candidate => candidate.Fit == TitleFit.Exact)
                ? "The title is in the catalogue, but with another year."
            : "Titles that come near."
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
