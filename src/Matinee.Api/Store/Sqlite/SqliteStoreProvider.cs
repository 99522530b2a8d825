namespace Matinee.Api.Store.Sqlite;

/// <summary>The store in one file of the machine, for one server.</summary>
internal sealed class SqliteStoreProvider : IStoreProvider
{
    public string Name => "sqlite";

    /// <summary>Whatever is none of the others' is a path.</summary>
    public bool Takes(string connection) => true;

    /// <param name="connection">The file's path.</param>
    public IStoreDatabase Open(string connection) => SqliteDatabase.Open(Path.GetFullPath(connection));

    public IStoreDatabase OpenToRead(string connection) => SqliteDatabase.OpenToRead(Path.GetFullPath(connection));
}
