using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Matinee.Api.Store.Postgres;

/// <summary>For <c>dotnet ef</c>, which writes the migrations: see docs/store.md.</summary>
internal sealed class PostgresStoreContextFactory : IDesignTimeDbContextFactory<PostgresStoreContext>
{
    public PostgresStoreContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresStoreContext>().UseNpgsql("Host=design").Options);
}
