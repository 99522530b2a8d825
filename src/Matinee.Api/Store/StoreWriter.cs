using System.Threading.Channels;
using Matinee.Core;

namespace Matinee.Api.Store;

/// <summary>
/// The only one who writes. It takes whatever writes are waiting, commits them together, and then lets their callers
/// know: one wait for the disk serves many (group commit, DeWitt et al. 1984).
/// </summary>
internal sealed class StoreWriter : IAsyncDisposable
{
    // More would make the first of them wait long, and the wait for the disk is spread thin enough.
    private const int LargestBatch = 256;
    private const int Attempts = 4;

    private readonly IStoreDatabase database;
    private readonly UserCache cache;
    private readonly ILogger logger;
    private readonly Channel<PendingWrite> waiting = Channel.CreateUnbounded<PendingWrite>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StoreContext? context;
    private bool owesScrub;

    public StoreWriter(IStoreDatabase database, UserCache cache, ILogger logger)
    {
        this.database = database;
        this.cache = cache;
        this.logger = logger;
        // A thread of its own: waits for the disk must not take the pool's few threads from requests.
        new Thread(Run) { IsBackground = true, Name = "matinee store writer" }.Start();
    }

    public Task<T> WriteAsync<T>(PendingWrite<T> write) =>
        waiting.Writer.TryWrite(write)
            ? write.Task
            : Task.FromException<T>(new ObjectDisposedException(nameof(UserStore)));

    /// <summary>Commits what is waiting, and takes no more.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await finished.Task;
    }

    private void Run()
    {
        try
        {
            RunAsync().GetAwaiter().GetResult();
        }
        catch (Exception exception)
        {
            logger.LogCritical(exception, "The user store takes no more writes. Restart the server.");
            waiting.Writer.TryComplete();
            while (waiting.Reader.TryRead(out PendingWrite? write))
            {
                write.Fail(exception);
            }
        }
        finally
        {
            finished.SetResult();
        }
    }

    private async Task RunAsync()
    {
        List<PendingWrite> taken = [];
        // Blocks this thread rather than go on in the pool.
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            taken.Clear();
            while (taken.Count < LargestBatch && waiting.Reader.TryRead(out PendingWrite? write))
            {
                taken.Add(write);
            }

            await WriteAsync(taken);
        }

        if (owesScrub)
        {
            await ScrubAsync();
        }

        await DropContextAsync();
    }

    private async Task WriteAsync(List<PendingWrite> taken)
    {
        if (!await TryCommitAsync(taken, isLastTry: taken.Count == 1))
        {
            // One of them made the database refuse all: each on its own finds out which.
            foreach (PendingWrite write in taken.Where(write => !write.IsDone))
            {
                await TryCommitAsync([write], isLastTry: true);
            }
        }

        if (owesScrub)
        {
            await ScrubAsync();
        }

        // Erasing is over when its traces are gone, too, or have to wait for some other program.
        taken.Where(write => !write.IsDone).ToList().ForEach(write => write.Complete());
    }

    /// <returns>False where nothing was committed, and those that are not done are to be tried one by one.</returns>
    private async Task<bool> TryCommitAsync(List<PendingWrite> writes, bool isLastTry)
    {
        for (int attempt = 1; ; attempt++)
        {
            WriteBatch? batch = null;
            try
            {
                context ??= database.CreateContext();
                await using (batch = new WriteBatch(context, database, cache))
                {
                    await ApplyAsync(writes, batch);
                    await batch.CommitAsync();
                }

                break;
            }
            // Whatever it is, callers wait for an answer, and this thread must go on.
            catch (Exception exception)
            {
                await DropContextAsync();
                foreach (UserRecord user in batch?.Changed ?? [])
                {
                    cache.Forget(user.Id);
                }

                WriteFailure failure = database.FailureOf(exception);
                bool isUncertain = failure == WriteFailure.Disconnected && batch is { IsCommitting: true };
                // A database that is away must not keep callers waiting past their patience.
                int attempts = failure == WriteFailure.Disconnected ? 2 : Attempts;
                if (attempt < attempts && failure != WriteFailure.Refused && !isUncertain)
                {
                    continue;
                }

                Exception explained = database.Explain(exception);
                // A full disk fails them all alike.
                if (!isLastTry && !isUncertain && ReferenceEquals(explained, exception))
                {
                    logger.LogWarning(exception, "{Count} writes failed together; trying each alone.", writes.Count);
                    return false;
                }

                explained = isUncertain ? new UncertainWriteException(explained.Message, exception) : explained;
                writes.Where(write => !write.IsDone).ToList().ForEach(write => write.Fail(explained));
                return true;
            }
        }

        context.ChangeTracker.Clear();
        foreach (PendingWrite write in writes.Where(write => !write.IsDone))
        {
            owesScrub |= write.Erases;
            if (!write.Erases)
            {
                write.Complete();
            }
        }

        return true;
    }

    private static async Task ApplyAsync(List<PendingWrite> writes, WriteBatch batch)
    {
        writes.Where(write => write.IsCancelled && !write.IsDone).ToList().ForEach(write => write.Cancel());
        List<PendingWrite> open = [.. writes.Where(write => !write.IsDone)];
        if (open.Count == 0)
        {
            return;
        }

        await batch.BeginAsync(WriteScope.Of(open));
        foreach (PendingWrite write in open)
        {
            try
            {
                await write.ApplyAsync(batch);
            }
            // The write's own; what is the database's ends the transaction.
            catch (MatineeException exception)
            {
                write.Fail(exception);
            }
        }
    }

    private async Task ScrubAsync()
    {
        try
        {
            context ??= database.CreateContext();
            owesScrub = !await database.ScrubAsync(context);
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "Traces of erased users stay in the store's log until its next write.");
        }
    }

    private async Task DropContextAsync()
    {
        if (context is { } dropped)
        {
            context = null;
            await dropped.DisposeAsync();
        }
    }
}
