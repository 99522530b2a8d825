namespace Matinee.Imports.Matching;

/// <summary>What became of a file's rows; the parts sum up to all data rows that it has.</summary>
public sealed record ImportCounts(int Matched, int Ambiguous, int Unknown, int LeftOut, int Skipped)
{
    public int Rows => Matched + Ambiguous + Unknown + LeftOut + Skipped;

    internal static ImportCounts Of(IReadOnlyList<PlannedFilm> films, int skipped)
    {
        int Rows(MatchStatus status) =>
            films.Where(film => film.Match.Status == status).Sum(film => film.Film.Rows.Count);

        return new ImportCounts(
            Rows(MatchStatus.Matched),
            Rows(MatchStatus.Ambiguous),
            Rows(MatchStatus.Unknown),
            Rows(MatchStatus.LeftOut),
            skipped
        );
    }
}
