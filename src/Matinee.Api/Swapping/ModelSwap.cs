using System.Diagnostics;
using Matinee.Api.Hosting;
using Matinee.Api.Search.Semantic;
using Matinee.Api.Serving;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Core.Models;

namespace Matinee.Api.Swapping;

/// <summary>
/// Lets another bundle answer while requests go on: it is loaded, checked and warmed beside the one that answers, and becomes current
/// at once or not at all. One at a time.
/// </summary>
internal sealed class ModelSwap(LiveModel live, SearchPlace search, ModelSource source, TimeProvider time, ILogger log)
    : IDisposable
{
    // Search by meaning goes on without a break where that takes no longer.
    private static readonly TimeSpan ReadingPatience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim one = new(1);

    /// <summary>Reads the model folder again; where the same bundle is current there, nothing happens.</summary>
    /// <exception cref="MatineeException">The bundle can't be used; the one that answers goes on.</exception>
    public Task<SwapResult> ReloadAsync(CancellationToken cancellation) =>
        RunAsync(source.History.CurrentOrPlain, cancellation);

    /// <summary>Lets a version of the history answer, here and wherever the folder is watched.</summary>
    /// <param name="choose">Which one.</param>
    /// <exception cref="MatineeException">The bundle can't be used, or the folder not be written; the one that answers goes on.</exception>
    public Task<SwapResult> SwitchAsync(Func<ModelHistory, ModelVersion> choose, CancellationToken cancellation)
    {
        ModelVersion? chosen = null;
        return RunAsync(
            () => chosen = choose(source.History),
            cancellation,
            // Only once it is known to work: others who share the folder will load it, too.
            () => source.History.MakeCurrent(chosen!.Name, time)
        );
    }

    public void Dispose() => one.Dispose();

    private async Task<SwapResult> RunAsync(
        Func<ModelVersion> choose,
        CancellationToken cancellation,
        Action? accepted = null
    )
    {
        await one.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => LoadAsync(choose(), accepted, cancellation), cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MatineeException(exception.Message, exception);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<SwapResult> LoadAsync(ModelVersion version, Action? accepted, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        ServedModel before = live.Current;
        if (ModelBundle.ReadId(version.Folder) == before.ModelId)
        {
            accepted?.Invoke();
            return new SwapResult(before, before.ModelId);
        }

        ServedModel now = await TryAsync(version, before, accepted, cancellation);
        before.Facts.Semantic?.Retire();
        // Requests that still run hold the old one; the large arrays would else stay until the next full collection.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        log.Swapped(now.ModelId, before.ModelId, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return new SwapResult(now, before.ModelId);
    }

    private async Task<ServedModel> TryAsync(
        ModelVersion version,
        ServedModel before,
        Action? accepted,
        CancellationToken cancellation
    )
    {
        BundleFacts? facts = null;
        try
        {
            ModelBundle bundle = ModelBundle.Load(version, ModelKinds.Core);
            facts = source.Facts(bundle);
            return await live.SwapAsync(
                bundle,
                facts,
                next =>
                {
                    Warm(next, before);
                    accepted?.Invoke();
                },
                cancellation
            );
        }
        catch (Exception exception)
        {
            facts?.Semantic?.Retire();
            if (exception is MatineeException or OperationCanceledException)
            {
                throw;
            }

            // Files that contradict each other can break a model in any way.
            throw new MatineeException(
                $"{version.Folder} can't be used: {exception.Message} Train the model again, or restore the folder.",
                exception
            );
        }
    }

    private void Warm(ServedModel next, ServedModel before)
    {
        BundleCheck.Run(next.Extended);
        _ = next.Index;
        _ = next.Genres;
        _ = next.GenreCounts;
        _ = next.Facts.ExampleUsers;
        search.Prepare(next);
        if (before.Facts.Semantic is { State.Status: SemanticStatus.Ready })
        {
            next.Facts.Semantic?.WaitUntilReady(ReadingPatience);
        }
    }
}
