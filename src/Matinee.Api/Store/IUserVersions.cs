namespace Matinee.Api.Store;

/// <summary>Tells whether a remembered record is still the last one, where other processes write to the store, too.</summary>
internal interface IUserVersions
{
    /// <summary>The user's version at some moment after the call; null where nothing is stored.</summary>
    Task<long?> FindAsync(int userId, CancellationToken cancellation);

    /// <summary>As the context's transaction sees them; users of whom nothing is stored are left out.</summary>
    Task<IReadOnlyDictionary<int, long>> WithinAsync(StoreContext context, IReadOnlyCollection<int> userIds);
}
