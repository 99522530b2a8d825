using System.Globalization;
using System.Numerics.Tensors;
using Matinee.Core;
using Matinee.Core.Catalog;
using Matinee.Text;
using Matinee.Text.Caching;

namespace Matinee.Api.Search.Semantic;

/// <summary>
/// Finds movies by meaning: each is a vector that <see cref="MovieEncoder"/> makes of what is said about it, and a query
/// finds the nearest. Movies are read by a thread of their own that gives way to requests; what it read is kept on disk.
/// </summary>
public sealed class SemanticIndex : IDisposable
{
    private readonly SemanticIndexOptions options;
    private readonly IdleEncoder encoder;
    private readonly AutoResetEvent wake = new(false);
    private readonly CancellationTokenSource stop = new();
    private readonly Thread thread;
    private volatile IReadOnlyList<Movie> movies;
    private volatile QuantizedVectors? vectors;
    private volatile string? failure;
    private volatile bool isReady;
    private volatile int progress;
    private ReadMovies? read;

    /// <summary>Starts reading at once.</summary>
    /// <param name="movies">By item index.</param>
    public SemanticIndex(IReadOnlyList<Movie> movies, SemanticIndexOptions options)
        : this(movies, options, TimeProvider.System) { }

    internal SemanticIndex(IReadOnlyList<Movie> movies, SemanticIndexOptions options, TimeProvider time)
        : this(movies, options, new IdleEncoder(options.OpenEncoder, options.KeepEncoder, time), read: null) { }

    private SemanticIndex(
        IReadOnlyList<Movie> movies,
        SemanticIndexOptions options,
        IdleEncoder encoder,
        ReadMovies? read
    )
    {
        this.movies = movies;
        this.options = options;
        this.encoder = encoder;
        this.read = read;
        if (read is not null)
        {
            vectors = new QuantizedVectors(read.Dimensions);
            isReady = read.AddKnown(movies, vectors);
            progress = vectors.Count;
        }

        thread = new Thread(Read) { IsBackground = true, Name = "semantic index" };
        thread.Start();
    }

    public SemanticState State
    {
        get
        {
            if (failure is { } reason)
            {
                return new SemanticState(
                    SemanticStatus.Unavailable,
                    0,
                    $"Search goes by words only, because movies can't be read for their meaning: {reason}"
                );
            }

            if (isReady)
            {
                return new SemanticState(SemanticStatus.Ready, 1, null);
            }

            int count = movies.Count;
            double fraction = count == 0 ? 0 : Math.Min(1, (double)progress / count);
            string percent = Math.Floor(100 * fraction).ToString(CultureInfo.InvariantCulture);
            return new SemanticState(
                SemanticStatus.Building,
                fraction,
                $"Search goes by words only until all movies are read for their meaning; {percent}% are."
            );
        }
    }

    /// <summary>Reads movies that were added; they are found by their words at once and by meaning a moment later.</summary>
    /// <param name="all">Those known before, and some more.</param>
    public void Extend(IReadOnlyList<Movie> all)
    {
        movies = all;
        wake.Set();
    }

    /// <summary>
    /// An index of another catalogue, which takes over the encoder and what was read already: movies of which nothing else is said
    /// are not read again, and where that is all of them it is ready at once. This one scores on until <see cref="Retire"/>.
    /// </summary>
    internal SemanticIndex Next(IReadOnlyList<Movie> others) =>
        new(others, options, encoder, vectors is { } known ? new ReadMovies(movies, known) : null);

    /// <summary>Reads no more, and leaves the encoder to the index that follows or came before.</summary>
    internal void Retire()
    {
        stop.Cancel();
        wake.Set();
    }

    /// <summary>Waits until all movies are read, or for so long.</summary>
    internal bool WaitUntilReady(TimeSpan patience) =>
        SpinWait.SpinUntil(() => isReady || failure is not null, patience) && isReady;

    /// <param name="scores">Gets how near each movie is to the query, by item index.</param>
    /// <returns>How many movies have a score; 0 where the index is not ready.</returns>
    internal int Score(string query, Span<float> scores)
    {
        if (!isReady || failure is not null || vectors is not { } ready)
        {
            return 0;
        }

        try
        {
            return ready.Score(Encode(query), scores);
        }
        catch (MatineeException exception)
        {
            failure = exception.Message;
            return 0;
        }
    }

    public void Dispose()
    {
        stop.Cancel();
        wake.Set();
        thread.Join();
        encoder.Dispose();
        wake.Dispose();
        stop.Dispose();
    }

    private float[] Encode(string query)
    {
        TextVectors read = encoder.Encode(QueryText.Of(query), TextRole.Query);
        float[] mean = read[0].ToArray();
        for (int n = 1; n < read.Count; n++)
        {
            TensorPrimitives.Add(mean, read[n], mean);
        }

        TensorPrimitives.Divide(mean, read.Count, mean);
        return mean;
    }

    private void Read()
    {
        LowPriority.Enter();
        try
        {
            while (!stop.IsCancellationRequested)
            {
                ReadAdded();
                isReady = true;
                wake.WaitOne();
            }
        }
        catch (OperationCanceledException) { }
        catch (MatineeException exception)
        {
            failure = exception.Message;
        }
        catch (Exception exception)
        {
            // A native library that doesn't load, no memory: whatever it is, the server goes on without.
            failure = $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    private void ReadAdded()
    {
        var cache = new EmbeddingCache(options.CacheFolder);
        var reader = new MovieEncoder(encoder, count => progress += count);
        IReadOnlyList<Movie> wanted = movies;
        while ((vectors?.Count ?? 0) < wanted.Count)
        {
            int from = vectors?.Count ?? 0;
            string[] texts = [.. wanted.Skip(from).Take(options.MoviesAtOnce).Select(MovieText.Of)];
            string[] unread = read is null ? texts : [.. texts.Where(text => !read.Knows(text))];
            TextVectors fresh =
                unread.Length == 0
                    ? new TextVectors([], vectors!.Dimensions)
                    : cache.Encode(reader, unread, TextRole.Document, cancellation: stop.Token).Vectors;
            vectors ??= new QuantizedVectors(fresh.Dimensions);
            Add(texts, fresh);
            // Those that the cache had, too.
            progress = vectors.Count;
            wanted = movies;
        }

        read = null;
    }

    private void Add(string[] texts, TextVectors fresh)
    {
        if (read is null)
        {
            vectors!.Add(fresh.Values);
            return;
        }

        int next = 0;
        foreach (string text in texts)
        {
            if (!read.TryAdd(text, vectors!))
            {
                vectors!.Add(fresh[next++]);
            }
        }
    }
}
