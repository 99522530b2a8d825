using System.Globalization;
using System.Text;

namespace Matinee.Core.Evaluation.Reports;

/// <summary>What <c>report.md</c> says of the split itself.</summary>
internal static class AuditSection
{
    public static void Append(StringBuilder text, EvaluationReport report)
    {
        if (report.Audit is not { } audit)
        {
            return;
        }

        text.Append("## Leakage audit\n\n| what the split lets through | count | share |\n|---|---|---|\n");
        foreach (AuditLine line in AuditLine.Of(audit))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {line.What} | {line.Count} | {line.ShareText} |\n");
        }

        text.Append('\n');
    }
}

/// <summary>One finding of the audit, for people.</summary>
/// <param name="Whole">What the count is a share of; 0: of nothing.</param>
public sealed record AuditLine(string What, int Count, int Whole)
{
    public string ShareText =>
        Whole == 0
            ? ""
            : ((double)Count / Whole)
                .ToString("P1", CultureInfo.InvariantCulture)
                .Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Every finding, also where it is 0.</summary>
    public static IReadOnlyList<AuditLine> Of(LeakageAudit audit)
    {
        var lines = new List<AuditLine>
        {
            new("held-out pairs that are known too", audit.PairsInBoth, audit.HeldOutRatings),
            new(
                "known ratings later than the same user's first held-out one",
                audit.KnownAfterOwnTest,
                audit.KnownRatings
            ),
            new("known ratings later than anybody's first held-out one", audit.KnownAfterFirstTest, audit.KnownRatings),
            new("held-out ratings of movies without a known rating", audit.UnseenMovieRatings, audit.HeldOutRatings),
            new("test users of whom nothing is known", audit.UsersWithoutHistory, 0),
        };
        if (audit.TaggedByRaters is { } tagged)
        {
            lines.Add(new AuditLine("held-out ratings whose user tagged the movie", tagged, audit.HeldOutRatings));
        }

        return lines;
    }
}
