using System.Net.Sockets;
using System.Security.Authentication;
using Matinee.Core;
using Npgsql;

namespace Matinee.Api.Store.Postgres;

/// <summary>What failures of the database mean: https://www.postgresql.org/docs/current/errcodes-appendix.html.</summary>
internal static class PostgresErrors
{
    private const string IdleInTransactionTimeout = "25P03";

    /// <summary>In words, and what to do; the exception itself where it is something else.</summary>
    public static Exception Explain(Exception exception, NpgsqlConnectionStringBuilder place) =>
        Chain(exception).Any(cause => cause is MatineeException or OperationCanceledException) ? exception
        : Chain(exception).Select(cause => Message(cause, place)).FirstOrDefault(text => text is not null)
            is { } message
            ? new MatineeException(message, exception)
        : exception;

    public static WriteFailure FailureOf(Exception exception)
    {
        if (Chain(exception).OfType<PostgresException>().FirstOrDefault() is { } refused)
        {
            return refused.SqlState switch
            {
                PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.DeadlockDetected
                // Two took the same new id in spite of all.
                or PostgresErrorCodes.UniqueViolation => WriteFailure.Passing,
                PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or IdleInTransactionTimeout =>
                    WriteFailure.Disconnected,
                _ => WriteFailure.Refused,
            };
        }

        return Chain(exception).OfType<NpgsqlException>().Any() ? WriteFailure.Disconnected : WriteFailure.Refused;
    }

    /// <summary>Whether a connection that was idle turned out to be gone, so that a new one may do better.</summary>
    public static bool IsDisconnected(Exception exception) =>
        FailureOf(exception) == WriteFailure.Disconnected
        && !Chain(exception)
            .Any(cause =>
                cause is TimeoutException or SocketException { SocketErrorCode: SocketError.ConnectionRefused }
            );

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static string? Message(Exception cause, NpgsqlConnectionStringBuilder place)
    {
        string where = PostgresConnection.Describe(place);
        return cause switch
        {
            PostgresException refused => OfState(refused, where, place),
            NpgsqlException { InnerException: SocketException } =>
                $"{where} does not answer. Start PostgreSQL there, or mend the store's address.",
            NpgsqlException { InnerException: TimeoutException } =>
                $"{where} did not answer in time. See whether it is up, reachable and not overloaded.",
            NpgsqlException { InnerException: AuthenticationException } =>
                $"{where}: no encrypted connection came about. See to the server's certificate, or set sslmode.",
            NpgsqlException other => $"{where}: the connection failed. {other.Message}",
            _ => null,
        };
    }

    private static string? OfState(PostgresException refused, string where, NpgsqlConnectionStringBuilder place) =>
        refused.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"{where} does not let user '{place.Username}' in. Correct the name or the password, or allow the user in pg_hba.conf.",
            PostgresErrorCodes.InvalidCatalogName =>
                $"{where} does not exist. Make it with: createdb -h {place.Host} -p {place.Port} -E UTF8 -T template0 {place.Database}",
            PostgresErrorCodes.ObjectNotInPrerequisiteState =>
                $"{where} takes no connections now: {refused.MessageText}",
            PostgresErrorCodes.InsufficientPrivilege =>
                $"{where}: user '{place.Username}' lacks the rights. Make the user the database's owner: ALTER DATABASE \"{place.Database}\" OWNER TO \"{place.Username}\".",
            PostgresErrorCodes.TooManyConnections =>
                $"{where} has no connection left. Raise max_connections there, or give each server fewer: 'Maximum Pool Size' in the store's address.",
            PostgresErrorCodes.DiskFull => $"{where}: the disk is full. Make room there.",
            PostgresErrorCodes.OutOfMemory => $"{where} is out of memory. Give it more, or fewer connections.",
            PostgresErrorCodes.ReadOnlySqlTransaction =>
                $"{where} takes no writes, as a standby does. Name the primary in the store's address.",
            PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown =>
                $"{where} is starting or stopping. It is asked again with the next request.",
            IdleInTransactionTimeout =>
                $"{where} ended a transaction that this process left alone for too long, as when it is frozen or starved.",
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled =>
                $"{where} kept a statement waiting for too long. See what holds locks there: SELECT * FROM pg_locks.",
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName =>
                $"{where} has lost its tables. Restore a backup, or start the servers again to begin anew.",
            PostgresErrorCodes.IoError =>
                $"{where}: the disk reports an error. Check it, and restore a backup if it is damaged.",
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted =>
                $"{where} is damaged. Stop the servers and restore a backup.",
            _ when refused.SqlState.StartsWith("08", StringComparison.Ordinal) =>
                $"{where}: the connection failed. {refused.MessageText}",
            _ => null,
        };
}
