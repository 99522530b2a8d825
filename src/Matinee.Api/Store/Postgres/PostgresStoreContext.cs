using Microsoft.EntityFrameworkCore;

namespace Matinee.Api.Store.Postgres;

internal sealed class PostgresStoreContext(DbContextOptions<PostgresStoreContext> options) : StoreContext(options)
{
    private static readonly UserQueries s_queries = new();

    public override UserQueries Queries => s_queries;
}
