using Matinee.Api.Posters;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Api.Tests.Posters;

/// <summary>Posters over a fake TMDB, with a cache and a clock of their own.</summary>
internal sealed class PosterPlace : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matinee-posters-").FullName;

    private PosterPlace(FakeTmdb tmdb, Func<PosterOptions, PosterOptions> change)
    {
        Tmdb = tmdb;
        Options = change(
            new PosterOptions
            {
                Key = TmdbKey.Parse(FakeTmdb.ApiKey),
                ApiUrl = tmdb.ApiUrl,
                ImageUrl = tmdb.ImageUrl,
                CacheFolder = folder,
                CacheBytes = 1 << 20,
            }
        );
        Posters = Open();
    }

    public FakeTmdb Tmdb { get; }
    public ManualTime Time { get; } = new();
    public PosterOptions Options { get; }
    public MoviePosters Posters { get; private set; }

    public static async Task<PosterPlace> MakeAsync(Func<PosterOptions, PosterOptions>? change = null) =>
        new(await FakeTmdb.StartAsync(), change ?? (options => options));

    /// <summary>What a server does that is started again.</summary>
    public void Restart()
    {
        Posters.Dispose();
        Posters = Open();
    }

    public Task<Poster?> GetAsync(int tmdbId, PosterSize size = PosterSize.Medium) =>
        Posters.GetAsync(new TmdbMovie(tmdbId, null), size, CancellationToken.None);

    public Task<Poster?> GetAsync(TmdbMovie movie) =>
        Posters.GetAsync(movie, PosterSize.Medium, CancellationToken.None);

    public Task<TmdbTroubleException> TroubleAsync(int tmdbId) =>
        Assert.ThrowsAsync<TmdbTroubleException>(() => GetAsync(tmdbId));

    public async ValueTask DisposeAsync()
    {
        Posters.Dispose();
        await Tmdb.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private MoviePosters Open() => new(Options, Time, NullLogger.Instance);
}
