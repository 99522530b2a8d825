namespace Matinee.Api.Imports;

/// <summary>
/// How many files are read at a time: while one is, it takes some times its size in memory. Whoever comes then waits.
/// </summary>
internal sealed class ImportPlaces : IDisposable
{
    private readonly SemaphoreSlim places = new(8);

    public async Task<T> WithOneAsync<T>(Func<Task<T>> read, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            return await read();
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();
}
