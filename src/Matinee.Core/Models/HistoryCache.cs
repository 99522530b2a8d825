using System.Runtime.CompilerServices;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models;

/// <summary>
/// What was worked out for the last few histories. A history never changes, so its being the same object is enough. Each belongs to
/// one group of places; one more of a full group takes a place of it in turn. Safe to share between threads.
/// </summary>
/// <param name="places">How many are kept at most; a multiple of <see cref="GroupSize"/> where above it.</param>
internal sealed class HistoryCache<TValue>(int places)
    where TValue : class
{
    // With half of all places taken, one history in twenty finds its group full; with groups of one, four in ten would.
    internal const int GroupSize = 8;

    private readonly Entry?[] entries = new Entry?[places];
    private readonly int group = Math.Min(places, GroupSize);
    private int turn;

    /// <summary>The value of this history; worked out where it is not there, by several threads at once if they ask at once.</summary>
    public TValue Get(UserHistory history, Func<UserHistory, TValue> make)
    {
        int groups = entries.Length / group;
        Span<Entry?> own = entries.AsSpan(
            (int)((uint)RuntimeHelpers.GetHashCode(history) % (uint)groups) * group,
            group
        );
        int free = -1;
        for (int n = 0; n < own.Length; n++)
        {
            Entry? known = Volatile.Read(ref own[n]);
            if (ReferenceEquals(known?.History, history))
            {
                return known!.Value;
            }

            if (known is null && free < 0)
            {
                free = n;
            }
        }

        var entry = new Entry(history, make(history));
        int place = free >= 0 ? free : (int)((uint)Interlocked.Increment(ref turn) % (uint)group);
        Volatile.Write(ref own[place], entry);
        return entry.Value;
    }

    private sealed record Entry(UserHistory History, TValue Value);
}
