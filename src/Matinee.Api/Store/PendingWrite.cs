namespace Matinee.Api.Store;

/// <summary>A write that waits for its transaction.</summary>
internal abstract class PendingWrite(CancellationToken cancellation)
{
    /// <summary>Whether the caller gave up before the write was taken.</summary>
    public bool IsCancelled => cancellation.IsCancellationRequested;

    /// <summary>Whether the caller has its answer.</summary>
    public abstract bool IsDone { get; }

    /// <summary>The user whom it reads and changes; null for none that there is.</summary>
    public int? UserId { get; init; }

    public GivenId Gives { get; init; }

    /// <summary>Whether rows are deleted whose content must not stay in the files.</summary>
    public bool Erases { get; init; }

    protected CancellationToken Cancellation => cancellation;

    /// <summary>May be called again where a transaction failed.</summary>
    public abstract Task ApplyAsync(WriteBatch batch);

    /// <summary>To be called once the transaction is on disk.</summary>
    public abstract void Complete();

    public abstract void Cancel();

    public abstract void Fail(Exception exception);
}

/// <param name="apply">Changes the batch at its very end, or throws and leaves it as it was.</param>
internal sealed class PendingWrite<T>(Func<WriteBatch, Task<T>> apply, CancellationToken cancellation)
    : PendingWrite(cancellation)
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Task => completion.Task;

    public override bool IsDone => completion.Task.IsCompleted;

    public override async Task ApplyAsync(WriteBatch batch) => result = await apply(batch);

    public override void Complete() => completion.SetResult(result!);

    public override void Cancel() => completion.SetCanceled(Cancellation);

    public override void Fail(Exception exception) => completion.SetException(exception);
}
