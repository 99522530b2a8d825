using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Ranking;

/// <summary>Which movies a request leaves out before anything is ranked, beside those that its filter does.</summary>
internal static class Candidates
{
    /// <summary>Items 0 .. end − 1 may be candidates.</summary>
    /// <param name="covered">How many items the model scores.</param>
    public static int End(MovieCatalog catalog, int covered, UnratedChoice unrated) =>
        unrated == UnratedChoice.None || (unrated == UnratedChoice.Added && covered <= catalog.AddedFrom)
            ? Math.Min(covered, catalog.RankedCount)
            : covered;

    /// <param name="end">From <see cref="End"/>.</param>
    /// <param name="leftOut"><see cref="ItemBits"/> of <paramref name="end"/> items; overwritten.</param>
    public static void LeaveOut(
        UserHistory history,
        RecommendationRequest request,
        MovieCatalog catalog,
        int end,
        Span<ulong> leftOut
    )
    {
        leftOut.Clear();
        if (request.Seen != SeenChoice.Any)
        {
            ItemBits.Add(leftOut, history.Items);
            ItemBits.Add(leftOut, request.AlsoSeen.Span);
        }

        if (request.Seen == SeenChoice.Seen)
        {
            Complement(leftOut);
        }

        KeepOnly(leftOut, request.Only);
        ItemBits.Add(leftOut, request.Excluded.Span);
        if (request.Unrated == UnratedChoice.Added && end > catalog.RankedCount)
        {
            ItemBits.AddRange(leftOut, catalog.RankedCount, catalog.AddedFrom);
        }
    }

    private static void Complement(Span<ulong> bits)
    {
        foreach (ref ulong word in bits)
        {
            word = ~word;
        }
    }

    /// <summary>Leaves out everything that is not among the items, too; nothing where any may be listed.</summary>
    public static void KeepOnly(Span<ulong> leftOut, ReadOnlyMemory<int>? only)
    {
        if (only is not { Span: var items })
        {
            return;
        }

        var kept = new int[items.Length];
        int count = 0;
        foreach (int item in items)
        {
            if ((uint)item / ItemBits.PerWord < (uint)leftOut.Length && !ItemBits.Contains(leftOut, item))
            {
                kept[count++] = item;
            }
        }

        leftOut.Fill(ulong.MaxValue);
        ItemBits.Remove(leftOut, kept.AsSpan(0, count));
    }
}
