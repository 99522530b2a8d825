using System.Runtime.InteropServices;

namespace Matinee.Core.Evaluation;

/// <summary>
/// Area under the ROC curve: the chance that a relevant movie scores above another one, ties counting half (Hanley and
/// McNeil 1982). It looks at the whole ranking, where the metrics at k look at its top.
/// </summary>
public static class AreaUnderCurve
{
    /// <param name="scores">One score per item.</param>
    /// <param name="seen">Items that are no candidates, ascending.</param>
    /// <param name="relevant">Items to be found, ascending; those beyond the scores count as below every other.</param>
    /// <returns>0 to 1; a half where there is nothing to compare.</returns>
    public static double Of(ReadOnlySpan<float> scores, ReadOnlySpan<int> seen, ReadOnlySpan<int> relevant) =>
        Of(scores, seen, relevant, []);

    /// <param name="places">Per item, how many scores its own is above, plus how many it is not below; empty: they are counted.</param>
    internal static double Of(
        ReadOnlySpan<float> scores,
        ReadOnlySpan<int> seen,
        ReadOnlySpan<int> relevant,
        ReadOnlySpan<int> places
    )
    {
        long known = 0;
        var wanted = new List<float>(relevant.Length);
        var apart = new List<float>(seen.Length + relevant.Length);
        foreach (int item in seen)
        {
            if (item < scores.Length)
            {
                apart.Add(scores[item]);
            }
        }

        foreach (int item in relevant)
        {
            if (seen.BinarySearch(item) >= 0)
            {
                continue;
            }

            wanted.Add(item < scores.Length ? scores[item] : float.NegativeInfinity);
            if (item < scores.Length)
            {
                apart.Add(scores[item]);
                known += places.IsEmpty ? 0 : places[item];
            }
        }

        return Of(
            CollectionsMarshal.AsSpan(wanted),
            scores,
            CollectionsMarshal.AsSpan(apart),
            places.IsEmpty ? null : known
        );
    }

    // The others are all scores but those set apart: counting both is a vector pass, picking them out would not be.
    private static double Of(Span<float> wanted, ReadOnlySpan<float> all, ReadOnlySpan<float> apart, long? known)
    {
        long others = all.Length - apart.Length;
        if (wanted.IsEmpty || others == 0)
        {
            return 0.5;
        }

        wanted.Sort();
        // Of all pairs of a wanted score and any: those in which the wanted one wins, and is not beaten.
        long won = known ?? ((2L * all.Length * wanted.Length) - ScoreRanks.Sum(wanted, all));
        long wonApart = (2L * apart.Length * wanted.Length) - ScoreRanks.Sum(wanted, apart);
        long doubled = won - wonApart;
        return doubled / (2.0 * wanted.Length * others);
    }
}
