using System.Globalization;
using System.Net;
using Matinee.Api.Access;
using Matinee.Api.Language;
using Matinee.Api.Posters;
using Matinee.Api.Retraining;

namespace Matinee.Api.Hosting;

/// <summary>Everything that can be configured, once: help, environment, appsettings.json and documentation follow it.</summary>
public static class ServerSettings
{
    private static readonly ServerOptions Defaults = new();

    public static IReadOnlyList<ServerSetting> All { get; } =
    [
        new(
            "host",
            "address",
            "Address to listen on: localhost, an IP address, or * for every one.",
            $"{Defaults.Host}, this machine only",
            (options, text) => options with { Host = Address(text) }
        ),
        new(
            "port",
            "n",
            "TCP port to listen on; 0 takes any free one.",
            Number(Defaults.Port),
            (options, text) => options with { Port = Whole(text, 0, 65_535) }
        ),
        new(
            "keys",
            "auto|on|off",
            "Whether callers need a key ('matinee keys create'); auto: where others than this machine can reach the server.",
            "auto",
            (options, text) => options with { Keys = KeysOf(text) }
        ),
        new(
            "allowed-hosts",
            "names",
            "Names that the server answers to where keys are needed, separated by commas, such as movies.example; * for any.",
            "this machine's, and addresses",
            (options, text) => options with { AllowedHosts = Hosts(text) }
        ),
        new(
            "model-path",
            "folder",
            "Model folder that 'train' wrote.",
            Defaults.ModelPath,
            (options, text) => options with { ModelPath = NotEmpty(text, "a folder") }
        ),
        new(
            "store",
            "place",
            "Where users, ratings and added movies are kept: a file, made when missing, or postgres://user:password@host/database.",
            Defaults.Store,
            (options, text) => options with { Store = NotEmpty(text, "a file or a database") }
        ),
        new(
            "report-path",
            "folder",
            "Report folder that 'evaluate' wrote: its figures are shown where they are of the same model and data.",
            Defaults.ReportPath,
            (options, text) => options with { ReportPath = NotEmpty(text, "a folder") }
        ),
        new(
            "rate-limit",
            "n",
            "Requests per minute and client address; 0: no limit.",
            Number(Defaults.RateLimit),
            (options, text) => options with { RateLimit = Whole(text, 0, int.MaxValue) }
        ),
        new(
            "cors-origins",
            "origins",
            "Web origins whose pages may call the API, separated by commas; * for all.",
            "none",
            (options, text) => options with { CorsOrigins = Origins(text) }
        ),
        new(
            "trusted-proxies",
            "addresses",
            "Reverse proxies whose X-Forwarded-For is believed, separated by commas.",
            "none",
            (options, text) => options with { TrustedProxies = Addresses(text) }
        ),
        new(
            "max-body-bytes",
            "n",
            "Largest request body, in bytes.",
            Number(Defaults.MaxBodyBytes),
            (options, text) => options with { MaxBodyBytes = Whole(text, 1_024, int.MaxValue) }
        ),
        new(
            "request-timeout",
            "seconds",
            "Seconds after which a request is given up.",
            Number(Defaults.RequestTimeoutSeconds),
            (options, text) => options with { RequestTimeoutSeconds = Whole(text, 1, 3_600) }
        ),
        new(
            "shutdown-timeout",
            "seconds",
            "Seconds that running requests have to end when the server stops.",
            Number(Defaults.ShutdownSeconds),
            (options, text) => options with { ShutdownSeconds = Whole(text, 0, 3_600) }
        ),
        new(
            "semantic-search",
            "on|off",
            "Whether search goes by meaning, too: movies are read in the background; takes 100 MB.",
            "on",
            (options, text) => options with { SemanticSearch = IsOn(text) }
        ),
        new(
            "metrics",
            "on|off",
            "Whether /metrics has figures for Prometheus.",
            "on",
            (options, text) => options with { Metrics = IsOn(text) }
        ),
        new(
            "otlp-url",
            "url",
            "Where traces go by OTLP: gRPC, or HTTP where the path ends in /v1/traces.",
            "nowhere",
            (options, text) => options with { OtlpUrl = Endpoint(text) }
        ),
        new(
            "watch-model",
            "on|off",
            "Whether the model folder is looked at every 2 s, and what becomes current there answers.",
            "on",
            (options, text) => options with { WatchModel = IsOn(text) }
        ),
        new(
            "retrain-schedule",
            "when",
            "When to retrain in the background: five fields of cron in local time, such as '30 4 * * *', or 'every 24h'; off: never.",
            "off",
            (options, text) => options with { RetrainSchedule = RetrainSchedule.Parse(text) }
        ),
        new(
            "retrain-command",
            "command",
            "What retrains, such as '/opt/matinee/matinee retrain'.",
            "the program of 'matinee serve' itself; none for Matinee.Api",
            (options, text) => options with { RetrainCommand = NotEmpty(text, "a command") }
        ),
        new(
            "mcp",
            "on|off",
            "Whether assistants may connect at /mcp (Model Context Protocol): the same API in other words.",
            "on",
            (options, text) => options with { Mcp = IsOn(text) }
        ),
        new(
            "llm-url",
            "url",
            "A language model that words reasons and reads wishes: its address (OpenAI's chat completions, Ollama's too).",
            "none",
            (options, text) => options with { LlmUrl = AnyBase(text) }
        ),
        new(
            "llm-model",
            "name",
            "The language model's name at that address.",
            "none",
            (options, text) => options with { LlmModel = NotEmpty(text, "a name") }
        ),
        new(
            "llm-key",
            "key",
            "The key to the language model.",
            "none",
            (options, text) => options with { LlmKey = LanguageKey.Parse(text) }
        )
        {
            IsSecret = true,
        },
        new(
            "llm-timeout",
            "seconds",
            "Seconds that the language model has to answer; then it goes without.",
            Number(Defaults.LlmTimeoutSeconds),
            (options, text) => options with { LlmTimeoutSeconds = Whole(text, 1, 3_600) }
        ),
        new(
            "web-path",
            "folder",
            "The built web interface; a folder without it: no pages, the API alone.",
            "wwwroot beside the program",
            (options, text) => options with { WebPath = NotEmpty(text, "a folder") }
        ),
        new(
            "tmdb-key",
            "key",
            "API key or read token of TMDB, for its posters: people who turn them on see them instead of drawn ones.",
            "none",
            (options, text) => options with { TmdbKey = TmdbKey.Parse(text) }
        )
        {
            IsSecret = true,
        },
        new(
            "poster-cache",
            "folder",
            "Where posters of TMDB are kept.",
            "posters beside the store",
            (options, text) => options with { PosterCache = NotEmpty(text, "a folder") }
        ),
        new(
            "poster-cache-megabytes",
            "n",
            "What these posters may take on disk; the oldest go first.",
            Number(Defaults.PosterCacheMegabytes),
            (options, text) => options with { PosterCacheMegabytes = Whole(text, 1, 1 << 20) }
        ),
        new(
            "tmdb-api-url",
            "url",
            "Where TMDB's API is.",
            Defaults.TmdbApiUrl.ToString(),
            (options, text) => options with { TmdbApiUrl = Base(text) }
        ),
        new(
            "tmdb-image-url",
            "url",
            "Where TMDB's pictures are, up to their size.",
            Defaults.TmdbImageUrl.ToString(),
            (options, text) => options with { TmdbImageUrl = Base(text) }
        ),
        new(
            "log-level",
            "level",
            "DEBUG, INFO (a line per request), WARNING or ERROR.",
            "WARNING",
            (options, text) => options with { LogLevel = Level(text) }
        ),
        new(
            "log-format",
            "format",
            "text or json, a line per event.",
            "text",
            (options, text) => options with { LogJson = IsJson(text) }
        ),
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static int Whole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
        && value >= least
        && value <= most
            ? value
            : throw new FormatException(
                string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}")
            );

    private static string NotEmpty(string text, string what) =>
        text.Length > 0 ? text : throw new FormatException(what);

    private static string Address(string text) =>
        text is "localhost" or "*" || IPAddress.TryParse(text, out _)
            ? text
            : throw new FormatException("localhost, an IP address or *");

    private static KeysMode KeysOf(string text) =>
        text.ToUpperInvariant() switch
        {
            "AUTO" => KeysMode.WhenReachable,
            "ON" => KeysMode.On,
            "OFF" => KeysMode.Off,
            _ => throw new FormatException("auto, on or off"),
        };

    // Without a port: a name is the same on each.
    private static string[] Hosts(string text) =>
        Parts(text) is var parts
        && parts.All(part =>
            part == "*"
            || Uri.CheckHostName(part.StartsWith("*.", StringComparison.Ordinal) ? part[2..] : part)
                is not UriHostNameType.Unknown
        )
            ? parts
            : throw new FormatException("names such as movies.example or *.example, separated by commas, or *");

    private static string[] Addresses(string text) =>
        Parts(text) is var parts && parts.All(part => IPAddress.TryParse(part, out _))
            ? parts
            : throw new FormatException("IP addresses separated by commas");

    private static string[] Origins(string text) =>
        Parts(text) is var parts && parts.All(part => part == "*" || IsOrigin(part))
            ? parts
            : throw new FormatException("origins such as https://example.org, separated by commas, or *");

    // An origin has no path: browsers compare it as a whole.
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);

    // The key travels there: in the open at most within this machine.
    private static Uri Base(string text) =>
        Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri is { UserInfo: "", Query: "", Fragment: "" }
            ? uri
            : throw new FormatException("an https address, or an http one of this machine");

    private static Uri Endpoint(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is ("http" or "https")
            ? uri
            : throw new FormatException("an address such as http://localhost:4317");

    private static Uri AnyBase(string text) =>
        Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri is { UserInfo: "", Query: "", Fragment: "" }
            ? uri
            : throw new FormatException("an http or https address such as http://127.0.0.1:11434/v1");

    private static string[] Parts(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static LogLevel Level(string text) =>
        text.ToUpperInvariant() switch
        {
            "DEBUG" => LogLevel.Debug,
            "INFO" => LogLevel.Information,
            "WARNING" => LogLevel.Warning,
            "ERROR" => LogLevel.Error,
            _ => throw new FormatException("DEBUG, INFO, WARNING or ERROR"),
        };

    private static bool IsOn(string text) =>
        text.ToUpperInvariant() switch
        {
            "ON" or "TRUE" => true,
            "OFF" or "FALSE" => false,
            _ => throw new FormatException("on or off"),
        };

    private static bool IsJson(string text) =>
        text.ToUpperInvariant() switch
        {
            "JSON" => true,
            "TEXT" => false,
            _ => throw new FormatException("text or json"),
        };
}
