using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>Parts of a history, and what they contribute as parts of the whole.</summary>
internal static class SubHistory
{
    // As many are told apart by time, or looked at together anyway.
    private const int FewRatings = 5;

    /// <summary>Whether it is known which ratings came last: ratings that came without times, all at once, have no order.</summary>
    public static bool HasOrder(UserHistory history) =>
        history.Count <= FewRatings || history.Timestamps.ContainsAnyExcept(history.Timestamps[0]);

    /// <summary>The last ratings among the first <paramref name="itemCount"/> items; of those given at once, the higher items.</summary>
    public static UserHistory Latest(UserHistory history, int itemCount, int count)
    {
        UserHistory covered = history.Covered(itemCount);
        if (covered.Count <= count)
        {
            return covered.WithoutRow();
        }

        Span<int> latest = stackalloc int[count];
        LatestRatings.Select(covered, itemCount, latest);
        latest.Sort();
        var items = new int[count];
        var ratings = new float[count];
        var timestamps = new long[count];
        for (int n = 0; n < count; n++)
        {
            items[n] = covered.Items[latest[n]];
            ratings[n] = covered.Ratings[latest[n]];
            timestamps[n] = covered.Timestamps[latest[n]];
        }

        return new UserHistory(items, ratings, timestamps, row: null, covered.AsOf);
    }

    /// <summary>What each movie of the whole contributes to the scores of a part of it: 0 where it is not in the part.</summary>
    /// <param name="contributions">Explained items × entries of the whole, row-major; overwritten.</param>
    public static void Explain(
        IExplainer explainer,
        UserHistory whole,
        UserHistory part,
        ReadOnlySpan<int> explained,
        Span<float> contributions
    )
    {
        if (part.Count == whole.Count)
        {
            Split(explainer, part, explained, contributions);
            return;
        }

        var own = new float[explained.Length * part.Count];
        Split(explainer, part, explained, own);
        contributions[..(explained.Length * whole.Count)].Clear();
        for (int n = 0; n < part.Count; n++)
        {
            int entry = whole.Items.BinarySearch(part.Items[n]);
            for (int item = 0; item < explained.Length; item++)
            {
                contributions[(item * whole.Count) + entry] = own[(item * part.Count) + n];
            }
        }
    }

    private static void Split(
        IExplainer explainer,
        UserHistory history,
        ReadOnlySpan<int> explained,
        Span<float> contributions
    ) =>
        CoveredItems.Split(
            explainer.ItemCount,
            explained,
            history.Count,
            contributions,
            (items, parts) => explainer.Contributions(history, items, parts)
        );
}
