using System.Net;
using Matinee.Api.Access;
using Matinee.Api.Language;
using Matinee.Api.Posters;
using Matinee.Api.Retraining;
using Matinee.Core;

namespace Matinee.Api.Hosting;

/// <summary>How the server runs; <see cref="ServerSettings"/> says where each value comes from.</summary>
public sealed record ServerOptions
{
    /// <summary>The address to listen on: <c>localhost</c>, an IP address, or <c>*</c> for every one. Default: this machine only.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>TCP port, 0 to 65535; 0: any free one. Default 3000.</summary>
    public int Port { get; init; } = 3000;

    /// <summary>Whether callers need a key. Default: where others than this machine can reach the server.</summary>
    public KeysMode Keys { get; init; } = KeysMode.WhenReachable;

    /// <summary>
    /// Names that the server answers to beside its own, such as <c>movies.example</c> or <c>*.example</c>; <c>*</c>: any. Default: none.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>The model's folder. Default <c>models/default</c>.</summary>
    public string ModelPath { get; init; } = "models/default";

    /// <summary>The folder that <c>evaluate</c> wrote about the model. Default <c>reports/default</c>; it may be missing.</summary>
    public string ReportPath { get; init; } = "reports/default";

    /// <summary>
    /// Where users, ratings and added movies are kept: a file, made when it is missing, or a PostgreSQL database. Default
    /// <c>data/matinee.db</c>. May hold a password: not to be shown.
    /// </summary>
    public string Store { get; init; } = "data/matinee.db";

    /// <summary>
    /// Requests per minute and client address; 0: no limit. Default 300 000, since an application's own server is one address: it
    /// stops a runaway loop, not a busy evening.
    /// </summary>
    public int RateLimit { get; init; } = 300_000;

    /// <summary>Web origins whose pages may call the API, or <c>*</c>. Default: none.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>Addresses of reverse proxies whose <c>X-Forwarded-For</c> is believed. Default: none.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>The largest request body in bytes, at least 1 024. Default 1 MiB: room for 10 000 ratings.</summary>
    public int MaxBodyBytes { get; init; } = 1 << 20;

    /// <summary>Seconds after which a request is given up, 1 to 3 600. Default 10.</summary>
    public int RequestTimeoutSeconds { get; init; } = 10;

    /// <summary>Seconds that running requests have to end when the server stops, 0 to 3 600. Default 20.</summary>
    public int ShutdownSeconds { get; init; } = 20;

    /// <summary>
    /// Whether movies are read for their meaning, in the background and once per catalogue, for search. Default: yes; it takes about
    /// 100 MB.
    /// </summary>
    public bool SemanticSearch { get; init; } = true;

    /// <summary>Whether <c>/metrics</c> has figures for Prometheus. Default: yes.</summary>
    public bool Metrics { get; init; } = true;

    /// <summary>Where traces go by OTLP: gRPC, or HTTP where the path ends in <c>/v1/traces</c>. Default: nowhere.</summary>
    public Uri? OtlpUrl { get; init; }

    /// <summary>Whether the model folder is watched, and what becomes current there answers. Default: yes.</summary>
    public bool WatchModel { get; init; } = true;

    /// <summary>When to retrain in the background. Default: null, never.</summary>
    public RetrainSchedule? RetrainSchedule { get; init; }

    /// <summary>
    /// The command that retrains, such as <c>/opt/matinee/matinee retrain --margin 10</c>. Default: null; <c>matinee serve</c> knows its own.
    /// </summary>
    public string? RetrainCommand { get; init; }

    /// <summary>Whether assistants may connect at <c>/mcp</c>. Default: yes.</summary>
    public bool Mcp { get; init; } = true;

    /// <summary>A language model's address (OpenAI's chat completions), such as <c>http://127.0.0.1:11434/v1</c>. Default: none.</summary>
    public Uri? LlmUrl { get; init; }

    /// <summary>The language model's name there; needed beside the address. Default: none.</summary>
    public string? LlmModel { get; init; }

    /// <summary>The key to the language model. Default: none.</summary>
    public LanguageKey? LlmKey { get; init; }

    /// <summary>Seconds that the language model has to answer, 1 to 3 600, below the request's own. Default 5.</summary>
    public int LlmTimeoutSeconds { get; init; } = 5;

    /// <summary>The folder of the built web interface. Default <c>wwwroot</c> beside the program; without it there are no pages.</summary>
    public string WebPath { get; init; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>The key to TMDB, for posters. Default: none; then TMDB is never asked.</summary>
    public TmdbKey? TmdbKey { get; init; }

    /// <summary>The folder of posters that TMDB gave. Default: null, <c>posters</c> beside the store.</summary>
    public string? PosterCache { get; init; }

    /// <summary>What posters may take on disk, in MiB, 1 to 1 048 576. Default 512: some 15 000 posters.</summary>
    public int PosterCacheMegabytes { get; init; } = 512;

    /// <summary>Where TMDB's API is; ends with a slash. Default <c>https://api.themoviedb.org/</c>.</summary>
    public Uri TmdbApiUrl { get; init; } = new("https://api.themoviedb.org/");

    /// <summary>Where TMDB's pictures are, up to their size; ends with a slash. Default <c>https://image.tmdb.org/t/p/</c>.</summary>
    public Uri TmdbImageUrl { get; init; } = new("https://image.tmdb.org/t/p/");

    /// <summary>Default <see cref="LogLevel.Warning"/>; <see cref="LogLevel.Information"/> adds a line per request.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    /// <summary>Whether log lines are JSON. Default: text.</summary>
    public bool LogJson { get; init; }

    /// <summary>Whether only this machine can reach the server.</summary>
    public bool IsLocal =>
        Host == "localhost" || (IPAddress.TryParse(Host, out IPAddress? ip) && IPAddress.IsLoopback(ip));

    public bool AsksForKeys => Keys == KeysMode.On || (Keys == KeysMode.WhenReachable && !IsLocal);

    /// <summary>Whether the names that requests go by, and the pages that they come from, are looked at.</summary>
    public bool ChecksRequests => AsksForKeys || AllowedHosts.Count > 0;

    /// <exception cref="MatineeException">A value is out of range.</exception>
    public ServerOptions Validate()
    {
        Within(Port, 0, 65_535, nameof(Port));
        Within(RateLimit, 0, int.MaxValue, nameof(RateLimit));
        Within(MaxBodyBytes, 1_024, int.MaxValue, nameof(MaxBodyBytes));
        Within(RequestTimeoutSeconds, 1, 3_600, nameof(RequestTimeoutSeconds));
        Within(ShutdownSeconds, 0, 3_600, nameof(ShutdownSeconds));
        Within(PosterCacheMegabytes, 1, 1 << 20, nameof(PosterCacheMegabytes));
        Within(LlmTimeoutSeconds, 1, 3_600, nameof(LlmTimeoutSeconds));
        if (LlmUrl is null != LlmModel is null)
        {
            throw new MatineeException(
                "A language model needs both: --llm-url and --llm-model. Give the other one, or neither."
            );
        }

        if (LlmUrl is not null && LlmTimeoutSeconds >= RequestTimeoutSeconds)
        {
            throw new MatineeException(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"--llm-timeout must be below --request-timeout ({RequestTimeoutSeconds} s), so that an answer without the language model is in time."
                )
            );
        }

        return this;
    }

    private static void Within(int value, int least, int most, string name)
    {
        if (value < least || value > most)
        {
            throw new MatineeException(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{name} must be between {least} and {most}, not {value}."
                )
            );
        }
    }
}
