using System.Collections.Concurrent;

namespace Matinee.Api.Posters;

/// <summary>Who asks for what is being fetched waits for that instead of fetching it, too.</summary>
internal sealed class SingleFlight<T>
{
    private readonly ConcurrentDictionary<string, Lazy<Task<T>>> running = new(StringComparer.Ordinal);

    /// <summary>Belongs to no one who waits: that one leaves ends it for nobody.</summary>
    public Task<T> RunAsync(string key, Func<Task<T>> fetch) =>
        running
            .GetOrAdd(
                key,
                static (key, one) => new Lazy<Task<T>>(() => one.This.FetchAsync(key, one.Fetch)),
                (This: this, Fetch: fetch)
            )
            .Value;

    private async Task<T> FetchAsync(string key, Func<Task<T>> fetch)
    {
        try
        {
            return await fetch();
        }
        finally
        {
            running.TryRemove(key, out _);
        }
    }
}
