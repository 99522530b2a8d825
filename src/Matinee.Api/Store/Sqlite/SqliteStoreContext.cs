using Microsoft.EntityFrameworkCore;

namespace Matinee.Api.Store.Sqlite;

internal sealed class SqliteStoreContext(DbContextOptions<SqliteStoreContext> options) : StoreContext(options)
{
    private static readonly UserQueries s_queries = new();

    public override UserQueries Queries => s_queries;
}
