using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Matinee.Core;
using Microsoft.EntityFrameworkCore;

namespace Matinee.Api.Store.Backup;

/// <summary>
/// A store in one file that restores into a store of either kind: a zip of the tables as lines of JSON, a manifest, and SHA-256 sums of
/// all of them as <c>sha256sum -c</c> reads them.
/// </summary>
public static class StoreBackup
{
    internal const int Format = 1;
    internal const string ManifestName = "manifest.json";
    internal const string SumsName = "SHA256SUMS";

    // A table of many millions takes its time to begin.
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Writes what the store holds at one moment; servers may go on writing.</summary>
    /// <param name="store">As <see cref="UserStoreOptions.Connection"/>.</param>
    /// <param name="file">Replaced where it is there; whole, or as it was.</param>
    /// <exception cref="MatineeException">The store can't be read, or the file not written.</exception>
    public static async Task<BackupManifest> WriteAsync(
        string store,
        string file,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        await using IStoreDatabase database = StoreProviders.Of(store).OpenToRead(store);
        string path = Path.GetFullPath(file);
        string partial = $"{path}.partial";
        try
        {
            BackupManifest manifest = await WriteAsync(database, partial, time, cancellation);
            File.Move(partial, path, overwrite: true);
            return manifest;
        }
        catch (Exception exception)
        {
            TryDelete(partial);
            Exception explained = exception is IOException or UnauthorizedAccessException
                ? new MatineeException(
                    $"{path} can't be written: {exception.Message} Choose another --output.",
                    exception
                )
                : database.Explain(exception);
            if (ReferenceEquals(explained, exception))
            {
                throw;
            }

            throw explained;
        }
    }

    private static async Task<BackupManifest> WriteAsync(
        IStoreDatabase database,
        string path,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        await using FileStream file = Create(path);
        await using StoreContext context = database.CreateContext();
        context.Database.SetCommandTimeout(Patience);
        await using var snapshot = await database.BeginReadAsync(context, cancellation);
        StoreFacts facts = await database.FactsAsync(context, cancellation);
        Dictionary<string, long> rows = [];
        StringBuilder sums = new();
        BackupManifest manifest;
        using (ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (BackupTable table in BackupTable.All)
            {
                await using Stream entry = await zip.CreateEntry(table.EntryName).OpenAsync(cancellation);
                (long count, string hash) = await table.WriteAsync(context, entry, cancellation);
                rows.Add(table.Name, count);
                sums.Append(hash).Append("  ").Append(table.EntryName).Append('\n');
            }

            manifest = new BackupManifest
            {
                Format = Format,
                Schema = facts.Schema,
                Kind = facts.Kind,
                MadeAt = time.GetUtcNow().ToUnixTimeSeconds(),
                Rows = rows,
            };
            byte[] text = JsonSerializer.SerializeToUtf8Bytes(manifest, BackupJson.Default.BackupManifest);
            sums.Append(BackupSums.Of(text)).Append("  ").Append(ManifestName).Append('\n');
            await WriteAsync(zip, ManifestName, text, cancellation);
            await WriteAsync(zip, SumsName, Encoding.ASCII.GetBytes(sums.ToString()), cancellation);
        }

        file.Flush(flushToDisk: true);
        return manifest;
    }

    private static async Task WriteAsync(ZipArchive zip, string name, byte[] content, CancellationToken cancellation)
    {
        await using Stream entry = await zip.CreateEntry(name).OpenAsync(cancellation);
        await entry.WriteAsync(content, cancellation);
    }

    // It holds what people like: for its owner only, from its first byte on.
    private static FileStream Create(string path)
    {
        File.Delete(path);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next backup replaces it.
        }
    }
}
