using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Matinee.Api.Store.Postgres;

/// <summary>
/// Advisory locks of a transaction, on groups of users. Everyone takes them in ascending order, so nobody waits in a circle; they go with the
/// transaction, however it ends.
/// </summary>
internal static class PostgresLocks
{
    // Two batches of different users rarely meet, and PostgreSQL's table of locks (6 400 at its defaults) has room.
    private const int Stripes = 256;
    private const int NewUsers = Stripes;
    private const int NewMovies = Stripes + 1;

    // "mati": keeps them apart from other programs' locks.
    private const string Take = "SELECT pg_advisory_xact_lock(1835103337, stripe) FROM unnest($1) AS stripe";

    public static async Task TakeAsync(StoreContext context, WriteScope scope)
    {
        var transaction = (NpgsqlTransaction)context.Database.CurrentTransaction!.GetDbTransaction();
        await using NpgsqlCommand command = new(Take, transaction.Connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = Of(scope) });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Ascending, each once.</summary>
    internal static int[] Of(WriteScope scope)
    {
        SortedSet<int> locks = [.. scope.Users.Select(user => (int)((uint)user % Stripes))];
        if (scope.GivesUserId)
        {
            locks.Add(NewUsers);
        }

        if (scope.GivesMovieId)
        {
            locks.Add(NewMovies);
        }

        return [.. locks];
    }
}
