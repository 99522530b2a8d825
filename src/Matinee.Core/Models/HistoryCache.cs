using System.Runtime.CompilerServices;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models;

/// <summary>
/// What was worked out for the last few histories. A history never changes, so its being the same object is enough; one more that falls
/// on an occupied place takes it. Safe to share between threads.
/// </summary>
/// <param name="places">How many are kept at most.</param>
internal sealed class HistoryCache<TValue>(int places)
    where TValue : class
{
    private readonly Entry?[] entries = new Entry?[places];

    /// <summary>The value of this history; worked out where it is not there, by several threads at once if they ask at once.</summary>
    public TValue Get(UserHistory history, Func<UserHistory, TValue> make)
    {
        ref Entry? place = ref entries[(uint)RuntimeHelpers.GetHashCode(history) % (uint)entries.Length];
        Entry? known = Volatile.Read(ref place);
        if (ReferenceEquals(known?.History, history))
        {
            return known!.Value;
        }

        var entry = new Entry(history, make(history));
        Volatile.Write(ref place, entry);
        return entry.Value;
    }

    private sealed record Entry(UserHistory History, TValue Value);
}
