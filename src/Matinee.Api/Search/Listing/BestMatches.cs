using Matinee.Api.Search.Titles;

namespace Matinee.Api.Search.Listing;

/// <summary>A page out of many matches without sorting them all.</summary>
internal static class BestMatches
{
    /// <param name="matches">In any order; moved about.</param>
    /// <param name="after">The match that the page before ended with; null: the first page.</param>
    /// <returns>The best matches after it, best first, and whether there are more.</returns>
    public static (TitleMatch[] Page, bool HasMore) Page(
        List<TitleMatch> matches,
        Comparison<TitleMatch> comparison,
        TitleMatch? after,
        int limit
    )
    {
        // The worst kept is on top, to be dropped first.
        var kept = new PriorityQueue<TitleMatch, TitleMatch>(
            limit + 1,
            Comparer<TitleMatch>.Create((left, right) => comparison(right, left))
        );
        int seen = 0;
        foreach (TitleMatch match in matches)
        {
            if (after is { } last && comparison(match, last) <= 0)
            {
                continue;
            }

            seen++;
            if (kept.Count < limit)
            {
                kept.Enqueue(match, match);
            }
            else if (comparison(match, kept.Peek()) < 0)
            {
                kept.DequeueEnqueue(match, match);
            }
        }

        var page = new TitleMatch[kept.Count];
        for (int n = page.Length - 1; n >= 0; n--)
        {
            page[n] = kept.Dequeue();
        }

        return (page, seen > page.Length);
    }
}
