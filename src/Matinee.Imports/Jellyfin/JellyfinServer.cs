namespace Matinee.Imports.Jellyfin;

public sealed class JellyfinServer(HttpClient http, string key)
{
    public Task<byte[]> ReadMoviesAsync(string user, CancellationToken cancellation) =>
        Task.FromException<byte[]>(new NotSupportedException($"{http.BaseAddress}{key.Length}{user}{cancellation}"));
}
