using Matinee.Api.Store;

namespace Matinee.Api.Tests.Store;

/// <summary>What a store should do, in the plainest way.</summary>
internal sealed class UserStoreTwin
{
    private readonly SortedDictionary<int, TwinUser> users = [];
    private int largestMovie;

    public IEnumerable<UserRecord> Users => users.Values.Select(user => user.ToRecord());

    public List<StoredMovie> Movies { get; } = [];

    public UserRecord? Find(int userId) => users.GetValueOrDefault(userId)?.ToRecord();

    public UserRecord Create(int above, long now)
    {
        TwinUser user = new()
        {
            Id = 1 + Math.Max(above, users.Keys.DefaultIfEmpty().Max()),
            IsNew = true,
            CreatedAt = now,
        };
        users.Add(user.Id, user);
        return user.ToRecord();
    }

    public UserRecord SetRatings(int userId, IEnumerable<StoredRating> changes) =>
        Change(
            userId,
            user =>
            {
                foreach (StoredRating change in changes)
                {
                    user.Ratings[change.MovieId] = change;
                }
            }
        );

    public UserRecord SetHidden(int userId, int movieId, bool hidden) =>
        Change(userId, user => _ = hidden ? user.Hidden.Add(movieId) : user.Hidden.Remove(movieId));

    public UserRecord SetAllowList(int userId, IEnumerable<int>? movieIds) =>
        Change(userId, user => user.AllowList = movieIds is null ? null : [.. movieIds]);

    public UserRecord AddEvents(int userId, IEnumerable<StoredEvent> events) =>
        Change(
            userId,
            user =>
            {
                foreach (StoredEvent one in events)
                {
                    if (one.Key is null || user.Events.TrueForAll(old => old.Key != one.Key))
                    {
                        user.Events.Add(one);
                    }
                }
            }
        );

    public void Erase(int userId) => users[userId] = new TwinUser { Id = userId, IsErased = true };

    public StoredMovie AddMovie(StoredMovie movie, int above)
    {
        largestMovie = 1 + Math.Max(above, largestMovie);
        Movies.Add(movie with { Id = largestMovie });
        return Movies[^1];
    }

    private UserRecord Change(int userId, Action<TwinUser> change)
    {
        if (!users.TryGetValue(userId, out TwinUser? user))
        {
            users.Add(userId, user = new TwinUser { Id = userId });
        }

        if (!user.IsErased)
        {
            change(user);
        }

        return user.ToRecord();
    }

    private sealed class TwinUser
    {
        public int Id { get; init; }
        public bool IsNew { get; init; }
        public bool IsErased { get; init; }
        public long CreatedAt { get; init; }
        public SortedDictionary<int, StoredRating> Ratings { get; } = [];
        public SortedSet<int> Hidden { get; } = [];
        public SortedSet<int>? AllowList { get; set; }
        public List<StoredEvent> Events { get; } = [];

        public UserRecord ToRecord() =>
            new()
            {
                Id = Id,
                IsNew = IsNew,
                IsErased = IsErased,
                CreatedAt = CreatedAt,
                Ratings = [.. Ratings.Values],
                Hidden = [.. Hidden],
                AllowList = AllowList is null ? null : [.. AllowList],
                Events = [.. Events.OrderBy(one => one.Timestamp)],
            };
    }
}
