using Matinee.Api.Store.Backup;
using Matinee.Core;

namespace Matinee.Api.Store;

/// <summary>What a store is and how much it holds.</summary>
public sealed record StoreFacts
{
    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The version of the database program.</summary>
    public required string Version { get; init; }

    /// <summary>The last change of the tables, such as <c>AccessOutcomesAndVersions</c>.</summary>
    public required string Schema { get; init; }

    /// <summary>On disk.</summary>
    public required long Bytes { get; init; }

    /// <summary>Rows by table, in one state.</summary>
    public IReadOnlyDictionary<string, long> Rows { get; init; } = new Dictionary<string, long>();

    /// <param name="store">As <see cref="UserStoreOptions.Connection"/>; a server may have it open.</param>
    /// <exception cref="MatineeException">It is missing, something else, or of another schema.</exception>
    public static async Task<StoreFacts> ReadAsync(string store, CancellationToken cancellation)
    {
        await using IStoreDatabase database = StoreProviders.Of(store).OpenToRead(store);
        try
        {
            await using StoreContext context = database.CreateContext();
            await using var transaction = await database.BeginReadAsync(context, cancellation);
            StoreFacts facts = await database.FactsAsync(context, cancellation);
            Dictionary<string, long> rows = [];
            foreach (BackupTable table in BackupTable.All)
            {
                rows.Add(table.Name, await table.CountAsync(context, cancellation));
            }

            return facts with
            {
                Rows = rows,
            };
        }
        catch (Exception exception) when (database.Explain(exception) is var explained && explained != exception)
        {
            throw explained;
        }
    }
}
