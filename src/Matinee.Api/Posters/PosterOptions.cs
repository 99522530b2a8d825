namespace Matinee.Api.Posters;

/// <summary>How posters are asked for and kept.</summary>
internal sealed record PosterOptions
{
    public required TmdbKey Key { get; init; }

    /// <summary>Ends with a slash.</summary>
    public required Uri ApiUrl { get; init; }

    /// <summary>What sizes and paths of pictures are appended to; ends with a slash.</summary>
    public required Uri ImageUrl { get; init; }

    public required string CacheFolder { get; init; }

    /// <summary>What the cache may take on disk.</summary>
    public required long CacheBytes { get; init; }

    /// <summary>For one question to TMDB. Default 4 s: a question for the address and one for the picture fit a request's 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Questions to TMDB at a time. Default 4: a page of posters in a second, far below what TMDB allows.</summary>
    public int MostAtATime { get; init; } = 4;

    /// <summary>Questions that wait for their turn; more are refused. Default 200: several long pages.</summary>
    public int MostWaiting { get; init; } = 200;
}
