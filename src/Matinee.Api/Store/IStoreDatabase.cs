using Microsoft.EntityFrameworkCore.Storage;

namespace Matinee.Api.Store;

/// <summary>An open database of the user store: everything that one kind does in its own way. Disposing it twice does no harm.</summary>
internal interface IStoreDatabase : IAsyncDisposable
{
    StoreContext CreateContext();

    /// <summary>A transaction whose queries all see one state, and that keeps no writer waiting.</summary>
    Task<IDbContextTransaction> BeginReadAsync(StoreContext context, CancellationToken cancellation);

    /// <summary>Removes what deleted rows leave behind in the files.</summary>
    /// <returns>False where that has to wait for a reader: call again later.</returns>
    Task<bool> ScrubAsync(StoreContext context);

    /// <summary>The failure in words for people, where it is one of the database.</summary>
    Exception Explain(Exception exception);
}
