namespace Matinee.Api.Store.Postgres;

/// <summary>The store in a PostgreSQL database, which several servers share.</summary>
internal sealed class PostgresStoreProvider : IStoreProvider
{
    public string Name => "postgres";

    public bool Takes(string connection) => PostgresConnection.IsOne(connection);

    /// <param name="connection">As <see cref="PostgresConnection"/> reads it.</param>
    public IStoreDatabase Open(string connection) => PostgresDatabase.Open(PostgresConnection.Read(connection));

    public IStoreDatabase OpenToRead(string connection) =>
        PostgresDatabase.OpenToRead(PostgresConnection.Read(connection));
}
