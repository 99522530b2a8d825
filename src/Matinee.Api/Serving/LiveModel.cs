using Matinee.Api.Store;
using Matinee.Core.Artifacts;

namespace Matinee.Api.Serving;

/// <summary>The model that answers now; a movie that is added makes another, and requests that run keep theirs.</summary>
internal sealed class LiveModel : IDisposable
{
    private readonly SemaphoreSlim adding = new(1);
    private readonly AddedMovieTexts texts = new();
    private readonly IUserStore store;
    private readonly Lazy<IReadOnlyList<int>> exampleUsers;
    private volatile ServedModel current;
    private int lastStored;

    /// <param name="stored">Movies that were added before, by ascending id.</param>
    public LiveModel(ModelBundle bundle, IReadOnlyList<StoredMovie> stored, IUserStore store)
    {
        this.store = store;
        current = new ServedModel(bundle, stored, texts);
        lastStored = stored.Count == 0 ? 0 : stored[^1].Id;
        exampleUsers = new(() => Serving.ExampleUsers.Of(bundle));
        LargestId = Math.Max(999_999, Largest(bundle));
    }

    public ServedModel Current => current;

    /// <summary>A few users of the training data whose tastes differ.</summary>
    public IReadOnlyList<int> ExampleUsers => exampleUsers.Value;

    /// <summary>After a movie was added.</summary>
    public event Action<ServedModel>? Changed;

    /// <summary>The id that new users and movies get must be above this: no release of MovieLens comes near.</summary>
    public int LargestId { get; }

    /// <summary>Stores a movie and makes it live.</summary>
    /// <param name="check">Runs alone with the state that the movie is added to; throws to refuse it.</param>
    public async Task<StoredMovie> AddAsync(
        StoredMovie movie,
        Action<ServedModel> check,
        CancellationToken cancellation
    )
    {
        await adding.WaitAsync(cancellation);
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
            adding.Release();
        }
    }

    /// <summary>Makes live what other servers on the store have added.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await adding.WaitAsync(cancellation);
        try
        {
            await TakeOthersAsync(cancellation);
        }
        finally
        {
            adding.Release();
        }
    }

    public void Dispose()
    {
        adding.Dispose();
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
        if (current.TryFind(movie.Id, out _))
        {
            return;
        }

        ServedModel next = current.With(movie, texts);
        // Made now of what there is, it need not be made of everything later.
        _ = next.Index;
        current = next;
        Changed?.Invoke(next);
    }

    private static int Largest(ModelBundle bundle)
    {
        int largest = 0;
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

        return largest;
    }
}
