using System.IO.Compression;
using System.Text.Json;
using Matinee.Core;
using Microsoft.EntityFrameworkCore;

namespace Matinee.Api.Store.Backup;

/// <summary>Brings a backup into an empty store of either kind.</summary>
public static class StoreRestore
{
    /// <summary>All of it or nothing.</summary>
    /// <param name="store">As <see cref="UserStoreOptions.Connection"/>; made where it is a file that is missing.</param>
    /// <exception cref="MatineeException">The file is damaged or no backup, or the store has data already.</exception>
    public static async Task<BackupManifest> RestoreAsync(string store, string file, CancellationToken cancellation)
    {
        try
        {
            await using FileStream stream = new(file, FileMode.Open, FileAccess.Read);
            using ZipArchive zip = new(stream, ZipArchiveMode.Read);
            Dictionary<string, string> sums = await BackupSums.ReadAsync(zip, cancellation);
            // Before a store is made for it.
            BackupManifest manifest = await ManifestAsync(zip, sums, file, cancellation);
            await RestoreAsync(store, zip, manifest, sums, cancellation);
            return manifest;
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or EndOfStreamException)
        {
            throw new MatineeException(
                $"{file} is damaged, or no backup of a store. Nothing was restored; take another backup.",
                exception
            );
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MatineeException($"There is no backup at {file}. Name what 'store backup' wrote.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MatineeException($"{file} can't be read: {exception.Message}", exception);
        }
    }

    private static async Task<BackupManifest> ManifestAsync(
        ZipArchive zip,
        Dictionary<string, string> sums,
        string file,
        CancellationToken cancellation
    )
    {
        byte[] text = await BackupSums.ContentAsync(zip, StoreBackup.ManifestName, cancellation);
        if (sums.GetValueOrDefault(StoreBackup.ManifestName) != BackupSums.Of(text))
        {
            throw new InvalidDataException();
        }

        BackupManifest manifest =
            JsonSerializer.Deserialize(text, BackupJson.Default.BackupManifest) ?? throw new InvalidDataException();
        return manifest.Format == StoreBackup.Format
            ? manifest
            : throw new MatineeException($"{file} was written by a newer Matinee. Update Matinee, and try again.");
    }

    private static async Task RestoreAsync(
        string store,
        ZipArchive zip,
        BackupManifest manifest,
        Dictionary<string, string> sums,
        CancellationToken cancellation
    )
    {
        await using IStoreDatabase database = StoreProviders.Of(store).Open(store);
        try
        {
            await using StoreContext context = database.CreateContext();
            context.Database.SetCommandTimeout(StoreBackup.Patience);
            await using var transaction = await database.BeginAloneAsync(context, cancellation);
            await RefuseDataAsync(context, store, cancellation);
            // A server that started on the empty store left its own.
            await context.Settings.ExecuteDeleteAsync(cancellation);
            foreach (BackupTable table in BackupTable.All)
            {
                ZipArchiveEntry entry = zip.GetEntry(table.EntryName) ?? throw new InvalidDataException();
                await using Stream lines = await entry.OpenAsync(cancellation);
                (long rows, string hash) = await table.ReadAsync(context, lines, cancellation);
                if (
                    rows != manifest.Rows.GetValueOrDefault(table.Name)
                    || hash != sums.GetValueOrDefault(table.EntryName)
                )
                {
                    throw new InvalidDataException();
                }
            }

            await transaction.CommitAsync(cancellation);
        }
        // Rows that the tables refuse were none of ours.
        catch (DbUpdateException exception) when (ReferenceEquals(database.Explain(exception), exception))
        {
            throw new InvalidDataException("The tables refuse a row.", exception);
        }
        catch (Exception exception) when (database.Explain(exception) is var explained && explained != exception)
        {
            throw explained;
        }
    }

    private static async Task RefuseDataAsync(StoreContext context, string store, CancellationToken cancellation)
    {
        foreach (BackupTable table in BackupTable.All.Where(one => one.Name != "settings"))
        {
            if (await table.HasRowsAsync(context, cancellation))
            {
                throw new MatineeException(
                    $"{StorePlaces.Describe(store)} has data already ({table.Name}). Restore into a new store, and point the server to it."
                );
            }
        }
    }
}
