using Microsoft.EntityFrameworkCore.Design;

namespace Matinee.Api.Store.Sqlite;

/// <summary>For <c>dotnet ef</c>, which writes the migrations: see docs/store.md.</summary>
internal sealed class SqliteStoreContextFactory : IDesignTimeDbContextFactory<SqliteStoreContext>
{
    public SqliteStoreContext CreateDbContext(string[] args) => new(SqliteConfiguration.Options("design.db"));
}
