using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Matinee.Api.Tests.Store;

/// <summary>A folder for an SQLite store.</summary>
internal sealed class StoreFolder : StorePlace
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("matinee-store-").FullName;

    public string File => Path.Combine(Folder, "store.db");

    public override string Connection => File;

    // The writer waits for the lock with the first write.
    public override string HoldWriters => "BEGIN IMMEDIATE";

    public override SqliteConnection Connect()
    {
        SqliteConnection connection = new($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    public override void RefuseMovie13() =>
        Execute(
            "CREATE TRIGGER unlucky BEFORE INSERT ON ratings WHEN NEW.MovieId = 13 BEGIN SELECT RAISE(ABORT, 'no'); END"
        );

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

    public override void Dispose() => Directory.Delete(Folder, recursive: true);
}
