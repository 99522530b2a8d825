using Matinee.Api.Store;
using Matinee.Core.Artifacts;

namespace Matinee.Api.Serving;

/// <summary>The model that answers now; a movie that is added makes another, so does another bundle, and requests that run keep theirs.</summary>
internal sealed class LiveModel : IDisposable
{
    private readonly SemaphoreSlim changing = new(1);
    private readonly AddedMovieTexts texts = new();
    private readonly IUserStore store;
    private volatile ServedModel current;
    private volatile int largestId = 999_999;
    private int lastStored;

    /// <param name="stored">Movies that were added before, by ascending id.</param>
    public LiveModel(ModelBundle bundle, BundleFacts facts, IReadOnlyList<StoredMovie> stored, IUserStore store)
    {
        this.store = store;
        current = new ServedModel(bundle, facts, stored, texts);
        lastStored = LastOf(stored);
        Reserve(bundle);
    }

    public ServedModel Current => current;

    /// <summary>After a movie was added, or another bundle answers.</summary>
    public event Action<ServedModel>? Changed;

    /// <summary>The id that new users and movies get must be above this: no release of MovieLens comes near.</summary>
    public int LargestId => largestId;

    /// <summary>Stores a movie and makes it live.</summary>
    /// <param name="check">Runs alone with the state that the movie is added to; throws to refuse it.</param>
    public async Task<StoredMovie> AddAsync(
        StoredMovie movie,
        Action<ServedModel> check,
        CancellationToken cancellation
    )
    {
        await changing.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                check(current);
                // Stored is stored, even if the client does not wait for the answer.
                StoredMovie? given = await store.TryAddMovieAsync(movie, LargestId, lastStored, CancellationToken.None);
                if (given is not null)
                {
                    Take(given);
                    return given;
                }

                // Another server was faster; perhaps with the same movie.
                await TakeOthersAsync(cancellation);
            }
        }
        finally
        {
            changing.Release();
        }
    }

    /// <summary>Makes live what other servers on the store have added.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await changing.WaitAsync(cancellation);
        try
        {
            await TakeOthersAsync(cancellation);
        }
        finally
        {
            changing.Release();
        }
    }

    /// <summary>Lets another bundle answer, with every movie that was ever added.</summary>
    /// <param name="warm">Makes what the first requests would wait for, and may take its time; throws to refuse the bundle.</param>
    /// <returns>What answers now.</returns>
    public async Task<ServedModel> SwapAsync(
        ModelBundle bundle,
        BundleFacts facts,
        Action<ServedModel> warm,
        CancellationToken cancellation
    )
    {
        var next = new ServedModel(bundle, facts, await store.MoviesAsync(cancellation), texts);
        warm(next);
        await changing.WaitAsync(cancellation);
        try
        {
            // Added meanwhile.
            IReadOnlyList<StoredMovie> stored = await store.MoviesAsync(cancellation);
            foreach (StoredMovie late in stored)
            {
                next = next.TryFind(late.Id, out _) ? next : With(next, late);
            }

            lastStored = LastOf(stored);
            Reserve(bundle);
            MakeCurrent(next);
            return next;
        }
        finally
        {
            changing.Release();
        }
    }

    public void Dispose()
    {
        changing.Dispose();
        texts.Dispose();
    }

    private async Task TakeOthersAsync(CancellationToken cancellation)
    {
        foreach (StoredMovie movie in await store.MoviesAboveAsync(lastStored, cancellation))
        {
            Take(movie);
        }
    }

    private void Take(StoredMovie movie)
    {
        lastStored = movie.Id;
        if (!current.TryFind(movie.Id, out _))
        {
            MakeCurrent(With(current, movie));
        }
    }

    private static int LastOf(IReadOnlyList<StoredMovie> stored) => stored.Count == 0 ? 0 : stored[^1].Id;

    private ServedModel With(ServedModel model, StoredMovie movie)
    {
        ServedModel next = model.With(movie, texts);
        // Made now of what there is, it need not be made of everything later.
        _ = next.Index;
        return next;
    }

    private void MakeCurrent(ServedModel next)
    {
        current = next;
        Changed?.Invoke(next);
    }

    // Never less than before: an id that was given away stays so.
    private void Reserve(ModelBundle bundle)
    {
        int largest = largestId;
        foreach (int id in bundle.Catalog.Items.IdByIndex)
        {
            largest = Math.Max(largest, id);
        }

        if (bundle.Histories is { } histories)
        {
            foreach (int id in histories.Users.IdByIndex)
            {
                largest = Math.Max(largest, id);
            }
        }

        largestId = largest;
    }
}
