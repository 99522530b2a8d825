using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;

namespace Matinee.Api.Store.Backup;

/// <summary>A table as lines of JSON.</summary>
internal abstract class BackupTable(string name)
{
    /// <summary>All but the sessions, which nobody misses: who has a key opens another.</summary>
    public static IReadOnlyList<BackupTable> All { get; } =
    [
        new BackupTable<UserRow>("users", BackupJson.Default.UserRow, rows => rows.OrderBy(row => row.Id)),
        new BackupTable<RatingRow>(
            "ratings",
            BackupJson.Default.RatingRow,
            rows => rows.OrderBy(row => row.UserId).ThenBy(row => row.MovieId)
        ),
        new BackupTable<HiddenRow>(
            "hidden",
            BackupJson.Default.HiddenRow,
            rows => rows.OrderBy(row => row.UserId).ThenBy(row => row.MovieId)
        ),
        new BackupTable<EventRow>(
            "events",
            BackupJson.Default.EventRow,
            rows => rows.OrderBy(row => row.UserId).ThenBy(row => row.Number)
        ),
        new BackupTable<MovieRow>("movies", BackupJson.Default.MovieRow, rows => rows.OrderBy(row => row.Id)),
        new BackupTable<ApiKeyRow>("api_keys", BackupJson.Default.ApiKeyRow, rows => rows.OrderBy(row => row.Id)),
        new BackupTable<SettingRow>("settings", BackupJson.Default.SettingRow, rows => rows.OrderBy(row => row.Name)),
        new BackupTable<OutcomeRow>(
            "outcomes",
            BackupJson.Default.OutcomeRow,
            rows => rows.OrderBy(row => row.ListId).ThenBy(row => row.MovieId).ThenBy(row => row.Kind)
        ),
        new BackupTable<ShownRow>(
            "shown",
            BackupJson.Default.ShownRow,
            rows => rows.OrderBy(row => row.Model).ThenBy(row => row.Day)
        ),
    ];

    public string Name => name;

    public string EntryName => $"{name}.jsonl";

    public abstract Task<long> CountAsync(StoreContext context, CancellationToken cancellation);

    public abstract Task<bool> HasRowsAsync(StoreContext context, CancellationToken cancellation);

    /// <returns>How many rows, and the lines' SHA-256.</returns>
    public abstract Task<(long Rows, string Hash)> WriteAsync(
        StoreContext context,
        Stream lines,
        CancellationToken cancellation
    );

    /// <summary>Adds the rows to an empty table.</summary>
    /// <inheritdoc cref="WriteAsync" path="/returns"/>
    /// <exception cref="JsonException">The lines are no rows.</exception>
    public abstract Task<(long Rows, string Hash)> ReadAsync(
        StoreContext context,
        Stream lines,
        CancellationToken cancellation
    );
}

internal sealed class BackupTable<TRow>(
    string name,
    JsonTypeInfo<TRow> json,
    Func<IQueryable<TRow>, IQueryable<TRow>> inOrder
) : BackupTable(name)
    where TRow : class
{
    private const int RowsAtOnce = 1_000;

    public override Task<long> CountAsync(StoreContext context, CancellationToken cancellation) =>
        context.Set<TRow>().LongCountAsync(cancellation);

    public override Task<bool> HasRowsAsync(StoreContext context, CancellationToken cancellation) =>
        context.Set<TRow>().AnyAsync(cancellation);

    public override async Task<(long Rows, string Hash)> WriteAsync(
        StoreContext context,
        Stream lines,
        CancellationToken cancellation
    )
    {
        using SHA256 hash = SHA256.Create();
        long rows = 0;
        await using (CryptoStream hashed = new(lines, hash, CryptoStreamMode.Write, leaveOpen: true))
        await using (BufferedStream buffered = new(hashed, 1 << 16))
        {
            var all = inOrder(context.Set<TRow>().AsNoTracking()).AsAsyncEnumerable();
            await foreach (TRow row in all.WithCancellation(cancellation))
            {
                await JsonSerializer.SerializeAsync(buffered, row, json, cancellation);
                buffered.WriteByte((byte)'\n');
                rows++;
            }
        }

        return (rows, Convert.ToHexStringLower(hash.Hash!));
    }

    public override async Task<(long Rows, string Hash)> ReadAsync(
        StoreContext context,
        Stream lines,
        CancellationToken cancellation
    )
    {
        using SHA256 hash = SHA256.Create();
        long rows = 0;
        await using (CryptoStream hashed = new(lines, hash, CryptoStreamMode.Read, leaveOpen: true))
        {
            var all = JsonSerializer.DeserializeAsyncEnumerable(hashed, json, topLevelValues: true, cancellation);
            await foreach (TRow? row in all)
            {
                context.Add(row ?? throw new JsonException("null is no row."));
                if (++rows % RowsAtOnce == 0)
                {
                    await SaveAsync(context, cancellation);
                }
            }

            await SaveAsync(context, cancellation);
        }

        return (rows, Convert.ToHexStringLower(hash.Hash!));
    }

    private static async Task SaveAsync(StoreContext context, CancellationToken cancellation)
    {
        await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
    }
}
