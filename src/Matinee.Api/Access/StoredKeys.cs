using Matinee.Api.Store;
using Microsoft.EntityFrameworkCore;

namespace Matinee.Api.Access;

/// <summary>Keys and sessions in the user store's database, beside the users.</summary>
internal sealed class StoredKeys(StoreTables tables) : IKeyStore
{
    public Task<ApiKey?> FindAsync(string id, CancellationToken cancellation) =>
        tables.WithAsync(async context =>
            await context.ApiKeys.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is { } row
                ? ToKey(row)
                : null
        );

    public Task<IReadOnlyList<ApiKey>> AllAsync(CancellationToken cancellation) =>
        tables.WithAsync<IReadOnlyList<ApiKey>>(async context =>
        {
            IQueryable<ApiKeyRow> rows = context
                .ApiKeys.AsNoTracking()
                .OrderBy(row => row.CreatedAt)
                .ThenBy(row => row.Id);
            return [.. (await rows.ToListAsync(cancellation)).Select(ToKey)];
        });

    public Task AddAsync(ApiKey key, CancellationToken cancellation) =>
        tables.WithAsync(context =>
        {
            context.ApiKeys.Add(
                new ApiKeyRow
                {
                    Id = key.Id,
                    Hash = key.Hash,
                    Name = key.Name,
                    Scope = (int)key.Scope,
                    UserId = key.UserId,
                    CreatedAt = key.CreatedAt,
                    ExpiresAt = key.ExpiresAt,
                    RevokedAt = key.RevokedAt,
                }
            );
            return context.SaveChangesAsync(cancellation);
        });

    public Task<bool> RevokeAsync(string id, long now, CancellationToken cancellation) =>
        tables.WithAsync(async context =>
        {
            await context
                .ApiKeys.Where(row => row.Id == id && row.RevokedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancellation);
            await context.Sessions.Where(row => row.KeyId == id).ExecuteDeleteAsync(cancellation);
            return await context.ApiKeys.AnyAsync(row => row.Id == id, cancellation);
        });

    public Task<Session?> FindSessionAsync(string id, CancellationToken cancellation) =>
        tables.WithAsync(async context =>
            await context.Sessions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is { } row
                ? new Session(row.Id, row.Hash, row.KeyId, row.CreatedAt, row.ExpiresAt)
                : null
        );

    public Task AddSessionAsync(Session session, CancellationToken cancellation) =>
        tables.WithAsync(async context =>
        {
            await context.Sessions.Where(row => row.ExpiresAt <= session.CreatedAt).ExecuteDeleteAsync(cancellation);
            context.Sessions.Add(
                new SessionRow
                {
                    Id = session.Id,
                    Hash = session.Hash,
                    KeyId = session.KeyId,
                    CreatedAt = session.CreatedAt,
                    ExpiresAt = session.ExpiresAt,
                }
            );
            return await context.SaveChangesAsync(cancellation);
        });

    public Task RemoveSessionAsync(string id, CancellationToken cancellation) =>
        tables.WithAsync(context => context.Sessions.Where(row => row.Id == id).ExecuteDeleteAsync(cancellation));

    private static ApiKey ToKey(ApiKeyRow row) =>
        new()
        {
            Id = row.Id,
            Hash = row.Hash,
            Name = row.Name,
            Scope = (AccessScope)row.Scope,
            UserId = row.UserId,
            CreatedAt = row.CreatedAt,
            ExpiresAt = row.ExpiresAt,
            RevokedAt = row.RevokedAt,
        };
}
