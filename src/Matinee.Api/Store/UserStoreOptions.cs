using Matinee.Core;

namespace Matinee.Api.Store;

/// <summary>Where what users say is kept.</summary>
public sealed record UserStoreOptions
{
    /// <summary>The name of an <see cref="IStoreProvider"/> that is registered; default null: told by the connection's form.</summary>
    public string? Provider { get; init; }

    /// <summary>
    /// What the provider connects to. For <c>sqlite</c> the path of a file, created where it is missing; for <c>postgres</c>
    /// <c>postgres://user:password@host:port/database</c> or <c>Host=...;Database=...</c>.
    /// </summary>
    public required string Connection { get; init; }

    /// <summary>
    /// Rows (ratings, events, ...) of the last used users that stay in memory; default 1 000 000, which is some 10 000
    /// users and at most about 60 MB.
    /// </summary>
    public int CachedRows { get; init; } = 1_000_000;

    /// <exception cref="MatineeException">A value is out of its range.</exception>
    public UserStoreOptions Validate()
    {
        if (string.IsNullOrWhiteSpace(Connection))
        {
            throw new MatineeException("The user store has no place. Name one, for example --store matinee.db.");
        }

        return CachedRows >= 0
            ? this
            : throw new MatineeException($"The user store cannot keep {CachedRows} rows in memory. Give 0 or more.");
    }
}
