using System.Runtime.ExceptionServices;

namespace Matinee.Data.Synthetic;

/// <summary>Makes blocks on several threads and writes them in order; each thread holds one block at a time.</summary>
internal static class OrderedBlocks
{
    /// <param name="produce">Makes a block, in whatever the worker keeps; runs at the same time as others.</param>
    /// <param name="write">Puts the block out; runs alone, in order of the blocks.</param>
    public static void Run<TWorker>(
        int blocks,
        IReadOnlyList<TWorker> workers,
        Action<TWorker, int> produce,
        Action<TWorker, int> write,
        CancellationToken cancellation
    )
    {
        object turn = new();
        int claimed = -1;
        int written = 0;
        Exception? failure = null;

        void Work(TWorker worker)
        {
            try
            {
                while (Interlocked.Increment(ref claimed) is var block && block < blocks)
                {
                    cancellation.ThrowIfCancellationRequested();
                    produce(worker, block);
                    lock (turn)
                    {
                        // Whoever has the earlier block is at work on it, so this ends.
                        while (written < block && failure is null)
                        {
                            Monitor.Wait(turn);
                        }

                        if (failure is not null)
                        {
                            return;
                        }

                        write(worker, block);
                        written++;
                        Monitor.PulseAll(turn);
                    }
                }
            }
            catch (Exception exception)
            {
                lock (turn)
                {
                    failure ??= exception;
                    Monitor.PulseAll(turn);
                }
            }
        }

        Task[] others = [.. workers.Skip(1).Select(worker => Task.Run(() => Work(worker), CancellationToken.None))];
        Work(workers[0]);
        Task.WaitAll(others, CancellationToken.None);
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }
}
