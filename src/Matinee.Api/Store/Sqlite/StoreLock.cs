using Matinee.Core;

namespace Matinee.Api.Store.Sqlite;

/// <summary>
/// Keeps a second server off the file: its memory of users would not see our writes. The system lets go of the lock when
/// the process ends, however it ends; the file stays.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream held;

    private StoreLock(FileStream held) => this.held = held;

    /// <exception cref="MatineeException">Another process has it.</exception>
    public static StoreLock Take(string storePath)
    {
        string path = storePath + ".lock";
        try
        {
            FileStream held = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new StoreLock(held);
        }
        catch (IOException exception) when (exception.GetType() == typeof(IOException))
        {
            throw new MatineeException(
                $"{storePath} is in use by another Matinee server. Stop that one, or name another store with --store.",
                exception
            );
        }
    }

    public void Dispose() => held.Dispose();
}
