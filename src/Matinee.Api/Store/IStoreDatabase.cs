using Microsoft.EntityFrameworkCore.Storage;

namespace Matinee.Api.Store;

/// <summary>An open database of the user store: everything that one kind does in its own way. Disposing it twice does no harm.</summary>
internal interface IStoreDatabase : IAsyncDisposable
{
    /// <summary>Null where this process alone writes, so that its memory of users is always right.</summary>
    IUserVersions? Versions { get; }

    StoreContext CreateContext();

    /// <summary>A transaction whose queries all see one state, and that keeps no writer waiting.</summary>
    Task<IDbContextTransaction> BeginReadAsync(StoreContext context, CancellationToken cancellation);

    /// <summary>A transaction in which nobody else writes to what the scope names, and that sees what they wrote before.</summary>
    Task<IDbContextTransaction> BeginWriteAsync(StoreContext context, WriteScope scope);

    /// <summary>A transaction beside which nobody writes at all.</summary>
    Task<IDbContextTransaction> BeginAloneAsync(StoreContext context, CancellationToken cancellation);

    /// <summary>Without the tables' rows.</summary>
    Task<StoreFacts> FactsAsync(StoreContext context, CancellationToken cancellation);

    /// <summary>Removes what deleted rows leave behind in the files.</summary>
    /// <returns>False where that has to wait for a reader: call again later.</returns>
    Task<bool> ScrubAsync(StoreContext context);

    /// <summary>The failure in words for people, where it is one of the database.</summary>
    Exception Explain(Exception exception);

    /// <summary>What a failure leaves behind of the transaction that it ended.</summary>
    WriteFailure FailureOf(Exception exception);
}

internal enum WriteFailure
{
    /// <summary>Nothing was written, and it would fail again.</summary>
    Refused,

    /// <summary>Nothing was written, and another try may succeed: a deadlock, say.</summary>
    Passing,

    /// <summary>The connection is gone: nothing was written unless it was being committed.</summary>
    Disconnected,
}
