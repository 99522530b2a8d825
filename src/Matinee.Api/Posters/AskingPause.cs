namespace Matinee.Api.Posters;

/// <summary>
/// Stops the asking for a while after a failure: 5 s at first, twice as long each time up to 5 minutes, until something succeeds;
/// or as long as TMDB says. Failures of questions that ran side by side are one.
/// </summary>
internal sealed class AskingPause(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    // Whatever a header says.
    private static readonly TimeSpan LongestWanted = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestWanted = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private DateTimeOffset until = DateTimeOffset.MinValue;
    private TimeSpan next = First;

    /// <summary>How long it still lasts; null: TMDB may be asked.</summary>
    public TimeSpan? Left
    {
        get
        {
            lock (gate)
            {
                TimeSpan left = until - time.GetUtcNow();
                return left > TimeSpan.Zero ? left : null;
            }
        }
    }

    public void Succeed()
    {
        lock (gate)
        {
            next = First;
        }
    }

    /// <param name="wanted">How long TMDB, or the kind of failure, wants it; null: nobody says.</param>
    /// <param name="begins">Whether there was no pause yet.</param>
    /// <returns>How long it lasts from now on.</returns>
    public TimeSpan Fail(TimeSpan? wanted, out bool begins)
    {
        lock (gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            begins = until <= now;
            if (wanted is { } asked)
            {
                DateTimeOffset end =
                    now + TimeSpan.FromTicks(Math.Clamp(asked.Ticks, ShortestWanted.Ticks, LongestWanted.Ticks));
                until = end > until ? end : until;
            }
            else if (begins)
            {
                until = now + next;
                next = next + next < Longest ? next + next : Longest;
            }

            return until - now;
        }
    }
}
