using System.Collections.Concurrent;
using System.Text;
using Matinee.Api.Hosting;

namespace Matinee.Api.Posters;

/// <summary>
/// Posters from TMDB, kept on disk: pictures, where they lie, and which movies have none. For what is being fetched already nobody
/// asks again.
/// </summary>
internal sealed class MoviePosters : IDisposable
{
    // A movie without a poster may get one.
    private static readonly TimeSpan NoneLasts = TimeSpan.FromDays(7);

    // Far more than a person looks at while a pause lasts.
    private const int MostTroubled = 10_000;

    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly PosterCache cache;
    private readonly TmdbConnection connection;
    private readonly TmdbClient tmdb;
    private readonly SingleFlight<Poster?> pictures = new();
    private readonly SingleFlight<string?> paths = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> troubled = new(StringComparer.Ordinal);

    /// <exception cref="Core.MatineeException">The cache's folder can't be used.</exception>
    public MoviePosters(PosterOptions options, TimeProvider time, ILogger log)
    {
        this.time = time;
        this.log = log;
        cache = PosterCache.Open(options.CacheFolder, options.CacheBytes, time);
        connection = new TmdbConnection(options, time, log);
        tmdb = new TmdbClient(options, connection);
    }

    /// <returns>Null where TMDB has none.</returns>
    /// <exception cref="TmdbTroubleException">It can't be had now.</exception>
    public async Task<Poster?> GetAsync(TmdbMovie movie, PosterSize size, CancellationToken cancellation)
    {
        string file = $"{movie.Name}.{size.Width()}";
        if (await KeptAsync(file) is { } poster)
        {
            return poster;
        }

        if (cache.Has($"{movie.Name}.none", NoneLasts))
        {
            return null;
        }

        if (troubled.TryGetValue(movie.Name, out DateTimeOffset until) && until - time.GetUtcNow() is var left)
        {
            if (left > TimeSpan.Zero)
            {
                throw new TmdbTroubleException("TMDB's poster of this movie was unusable a while ago.", left);
            }

            troubled.TryRemove(movie.Name, out _);
        }

        return await pictures.RunAsync(file, () => FetchAsync(movie, size, file)).WaitAsync(cancellation);
    }

    public void Dispose() => connection.Dispose();

    private async Task<Poster?> FetchAsync(TmdbMovie movie, PosterSize size, string file)
    {
        // It may have come since the caller looked.
        if (await KeptAsync(file) is { } kept)
        {
            return kept;
        }

        try
        {
            if (await paths.RunAsync(movie.Name, () => PathAsync(movie)) is not { } path)
            {
                return null;
            }

            if (await tmdb.ImageAsync(path, size) is { } poster)
            {
                Keep(file, poster.Bytes);
                return poster;
            }

            // The movie has another one by now.
            cache.Remove($"{movie.Name}.path");
            throw new TmdbTroubleException("TMDB's poster of this movie has moved.", TimeSpan.FromMinutes(1))
            {
                WasAsked = true,
                OfTheMovie = true,
            };
        }
        catch (TmdbTroubleException trouble) when (trouble.OfTheMovie)
        {
            if (troubled.Count >= MostTroubled)
            {
                troubled.Clear();
            }

            troubled[movie.Name] = time.GetUtcNow() + trouble.RetryAfter;
            throw;
        }
    }

    private async Task<string?> PathAsync(TmdbMovie movie)
    {
        string file = $"{movie.Name}.path";
        if (await cache.ReadAsync(file, PosterCache.Longest) is { Length: > 0 } bytes)
        {
            return Encoding.ASCII.GetString(bytes);
        }

        string? path = await tmdb.PathAsync(movie);
        Keep(path is null ? $"{movie.Name}.none" : file, Encoding.ASCII.GetBytes(path ?? "none"));
        return path;
    }

    private async Task<Poster?> KeptAsync(string file) =>
        await cache.ReadAsync(file, PosterCache.Longest) is { } bytes ? Poster.Of(bytes) : null;

    private void Keep(string file, byte[] bytes)
    {
        try
        {
            cache.Write(file, bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is shown all the same.
            log.PosterNotKept(exception.Message);
        }
    }
}
