using System.Diagnostics;
using System.Text;
using Matinee.Api.Store;
using Matinee.Api.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Api.Tests.Store;

/// <summary>A place for a store, gone when the test ends.</summary>
internal sealed class StoreFolder : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("matinee-store-").FullName;

    public string File => Path.Combine(Folder, "store.db");

    public UserStore Open(int cachedRows = 1_000_000, TimeProvider? time = null) => Open(File, cachedRows, time);

    public static UserStore Open(string path, int cachedRows = 1_000_000, TimeProvider? time = null) =>
        new(
            new SqliteStoreProvider().Open(path),
            new UserStoreOptions { Connection = path, CachedRows = cachedRows },
            time ?? TimeProvider.System,
            NullLogger<UserStore>.Instance
        );

    /// <summary>Another program that has the file open.</summary>
    public SqliteConnection Connect()
    {
        SqliteConnection connection = new($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Execute(string sql)
    {
        using SqliteConnection connection = Connect();
        connection.Execute(sql);
    }

    /// <summary>The files in which a text stands, deleted or not.</summary>
    public string[] FilesWith(string text) =>
        [
            .. Directory
                .GetFiles(Folder, "store.db*")
                .Where(file => Latin1Text(file).Contains(text, StringComparison.Ordinal)),
        ];

    private static string Latin1Text(string file)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Reads with cat.");
        // Another process, for on Linux to close a file here would take SQLite's locks from it.
        ProcessStartInfo start = new("cat", [file])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.Latin1,
        };
        using Process cat = Process.Start(start)!;
        return cat.StandardOutput.ReadToEnd();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

internal static class SqlText
{
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static object? Scalar(this SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
