using Matinee.Api.Store;

namespace Matinee.Api.Tests.Store.Durability;

/// <summary>
/// What clients asked for and what was acknowledged, to be held against what is there after a crash. Takes calls from many
/// threads; a user's rating of a movie must be written by one client only, so that its writes have an order.
/// </summary>
internal sealed class DurabilityLedger
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, LedgerWrite> tried = [];
    private readonly HashSet<long> acknowledged = [];
    private readonly List<int> created = [];

    public int Acknowledged => acknowledged.Count;

    /// <summary>To be called before the write is sent.</summary>
    public void Try(LedgerWrite write)
    {
        lock (gate)
        {
            tried.Add(write.Number, write);
        }
    }

    /// <summary>To be called when the answer is there.</summary>
    /// <param name="userId">Of the user that was created.</param>
    public void Acknowledge(long number, int userId = 0)
    {
        lock (gate)
        {
            acknowledged.Add(number);
            if (tried[number].Kind == LedgerKind.User)
            {
                created.Add(userId);
            }
        }
    }

    /// <summary>Events with keys whose fate is unknown: a client sends them again.</summary>
    public IReadOnlyList<LedgerWrite> UnansweredKeys()
    {
        lock (gate)
        {
            return [.. tried.Values.Where(write => write.Key is not null && !acknowledged.Contains(write.Number))];
        }
    }

    /// <summary>Every acknowledged write that is missing or there twice, and everything that nobody asked for.</summary>
    public IReadOnlyList<string> Violations(IReadOnlyDictionary<int, UserRecord> users)
    {
        lock (gate)
        {
            return [.. RatingViolations(users), .. EventViolations(users), .. UserViolations(users)];
        }
    }

    private IEnumerable<string> RatingViolations(IReadOnlyDictionary<int, UserRecord> users)
    {
        var byRating = tried
            .Values.Where(write => write.Kind == LedgerKind.Rating)
            .GroupBy(write => (write.UserId, write.MovieId));
        foreach (var writes in byRating)
        {
            long last = writes
                .Where(write => acknowledged.Contains(write.Number))
                .Select(write => write.Number)
                .DefaultIfEmpty(-1)
                .Max();
            StoredRating[] stored =
            [
                .. (users.GetValueOrDefault(writes.Key.UserId)?.Ratings ?? []).Where(one =>
                    one.MovieId == writes.Key.MovieId
                ),
            ];
            if (stored.Length > 1)
            {
                yield return $"{writes.Key} is there {stored.Length} times";
            }
            else if (stored.Length == 0 ? last >= 0 : stored[0].Timestamp < last)
            {
                yield return $"{writes.Key}: write {last} is lost, {string.Join(' ', stored)} is there";
            }
            else if (stored.Length == 1 && !writes.Any(write => Matches(write, stored[0])))
            {
                yield return $"{writes.Key}: {stored[0]} was never written";
            }
        }
    }

    private static bool Matches(LedgerWrite write, StoredRating stored) =>
        write.Number == stored.Timestamp && write.Stars == stored.Stars;

    private IEnumerable<string> EventViolations(IReadOnlyDictionary<int, UserRecord> users)
    {
        Dictionary<(int, long), int> counts = users
            .Values.SelectMany(user => user.Events.Select(one => (user.Id, one.Timestamp)))
            .CountBy(one => one)
            .ToDictionary();
        foreach (LedgerWrite write in tried.Values.Where(write => write.Kind == LedgerKind.Event))
        {
            counts.Remove((write.UserId, write.Number), out int count);
            if (count > 1 || (count == 0 && acknowledged.Contains(write.Number)))
            {
                yield return $"event {write} is there {count} times";
            }
        }

        foreach (((int user, long number), int count) in counts)
        {
            yield return $"event {number} of user {user} was never sent, and is there {count} times";
        }
    }

    private IEnumerable<string> UserViolations(IReadOnlyDictionary<int, UserRecord> users) =>
        created
            .CountBy(id => id)
            .Where(one => one.Value > 1)
            .Select(one => $"user {one.Key} was created {one.Value} times")
            .Concat(
                created
                    .Where(id => users.GetValueOrDefault(id) is not { IsNew: true })
                    .Select(id => $"user {id} is lost")
            );
}
