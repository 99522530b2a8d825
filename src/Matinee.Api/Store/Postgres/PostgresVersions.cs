using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Matinee.Api.Store.Postgres;

/// <summary>
/// Asks for users' versions, for all who wait in one query: who comes while a query runs is answered by the next, since the one that
/// runs may have looked before.
/// </summary>
internal sealed class PostgresVersions(NpgsqlDataSource source) : IUserVersions, IAsyncDisposable
{
    // While one is answered, the next is on its way.
    private const int QueriesAtOnce = 2;
    private const string Query = "SELECT \"Id\", \"Version\" FROM users WHERE \"Id\" = ANY($1)";

    private readonly Lock gate = new();
    private readonly Stack<Asking> idle = new(Enumerable.Range(0, QueriesAtOnce).Select(_ => new Asking()));
    private List<Question> waiting = [];
    private bool isDisposed;

    public Task<long?> FindAsync(int userId, CancellationToken cancellation)
    {
        Question question = new(userId);
        Asking? free;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            waiting.Add(question);
            idle.TryPop(out free);
        }

        if (free is not null)
        {
            _ = AnswerAsync(free);
        }

        return question.Answer.WaitAsync(cancellation);
    }

    public async Task<IReadOnlyDictionary<int, long>> WithinAsync(
        StoreContext context,
        IReadOnlyCollection<int> userIds
    )
    {
        var transaction = (NpgsqlTransaction)context.Database.CurrentTransaction!.GetDbTransaction();
        await using NpgsqlCommand command = new(Query, transaction.Connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. userIds] });
        return await ReadAsync(command);
    }

    public async ValueTask DisposeAsync()
    {
        List<Asking> mine;
        lock (gate)
        {
            isDisposed = true;
            mine = [.. idle];
            idle.Clear();
        }

        foreach (Asking asking in mine)
        {
            await asking.DisposeAsync();
        }
    }

    private async Task AnswerAsync(Asking asking)
    {
        while (true)
        {
            List<Question> taken;
            bool isOver = false;
            lock (gate)
            {
                taken = waiting;
                if (taken.Count > 0)
                {
                    waiting = [];
                }
                else if (isDisposed)
                {
                    isOver = true;
                }
                else
                {
                    idle.Push(asking);
                    return;
                }
            }

            if (isOver)
            {
                await asking.DisposeAsync();
                return;
            }

            await AnswerAsync(asking, taken);
        }
    }

    private async Task AnswerAsync(Asking asking, List<Question> questions)
    {
        try
        {
            int[] users = [.. questions.Select(question => question.UserId).Distinct()];
            Dictionary<int, long> versions = await asking.AskAsync(source, users);
            foreach (Question question in questions)
            {
                question.Take(versions.TryGetValue(question.UserId, out long version) ? version : null);
            }
        }
        catch (Exception exception)
        {
            questions.ForEach(question => question.Fail(exception));
        }
    }

    private static async Task<Dictionary<int, long>> ReadAsync(NpgsqlCommand command)
    {
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        Dictionary<int, long> versions = [];
        while (await reader.ReadAsync())
        {
            versions.Add(reader.GetInt32(0), reader.GetInt64(1));
        }

        return versions;
    }

    private sealed class Question(int userId)
    {
        private readonly TaskCompletionSource<long?> completion = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );

        public int UserId => userId;
        public Task<long?> Answer => completion.Task;

        public void Take(long? version) => completion.SetResult(version);

        public void Fail(Exception exception) => completion.SetException(exception);
    }

    /// <summary>A connection that stays open, with the query prepared.</summary>
    private sealed class Asking : IAsyncDisposable
    {
        private NpgsqlConnection? connection;
        private NpgsqlCommand? command;

        public async Task<Dictionary<int, long>> AskAsync(NpgsqlDataSource source, int[] users)
        {
            bool isFresh = command is null;
            try
            {
                return await AskOnceAsync(source, users);
            }
            catch (Exception exception)
            {
                await DisposeAsync();
                if (isFresh || !PostgresErrors.IsDisconnected(exception))
                {
                    throw;
                }
            }

            // The database was restarted since, say.
            try
            {
                return await AskOnceAsync(source, users);
            }
            catch
            {
                await DisposeAsync();
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            (NpgsqlCommand? oldCommand, NpgsqlConnection? oldConnection) = (command, connection);
            (command, connection) = (null, null);
            await (oldCommand?.DisposeAsync() ?? ValueTask.CompletedTask);
            await (oldConnection?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        private async Task<Dictionary<int, long>> AskOnceAsync(NpgsqlDataSource source, int[] users)
        {
            if (command is null)
            {
                connection = await source.OpenConnectionAsync();
                command = new NpgsqlCommand(Query, connection);
                command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = users });
                await command.PrepareAsync();
            }

            ((NpgsqlParameter<int[]>)command.Parameters[0]).TypedValue = users;
            return await ReadAsync(command);
        }
    }
}
