using Matinee.Core;
using Microsoft.Data.Sqlite;

namespace Matinee.Api.Store.Sqlite;

internal static class SqliteErrors
{
    // https://sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>What a failure of the file means and what to do; the exception itself where it is something else.</summary>
    public static Exception Explain(Exception exception, string path)
    {
        for (Exception? cause = exception; cause is not null and not MatineeException; cause = cause.InnerException)
        {
            string? message = cause switch
            {
                SqliteException sqlite => Message(sqlite.SqliteErrorCode, path),
                UnauthorizedAccessException or IOException => NotWritable(path),
                _ => null,
            };
            if (message is not null)
            {
                return new MatineeException(message, exception);
            }
        }

        return exception;
    }

    private static string? Message(int code, string path) =>
        code switch
        {
            Busy or Locked =>
                $"{path} is locked by another program. Close what has it open (a database browser, a backup), and try again.",
            ReadOnly or CannotOpen => NotWritable(path),
            InputOutput => $"{path}: the disk reports an error. Check the disk, and restore a backup if it is damaged.",
            Corrupt => $"{path} is damaged. Stop the server and restore a backup.",
            Full => $"{path}: the disk is full. Make room, and try again.",
            NotADatabase => $"{path} is not a user store. Choose another path with --store.",
            _ => null,
        };

    private static string NotWritable(string path) =>
        $"{path} cannot be written. Give this process write access to the file and its folder, or name another store with --store.";
}
