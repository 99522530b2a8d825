namespace Matinee.Api.Hosting;

/// <summary>
/// What the server logs. Never a user id, an address, a query or a body: a request is its method, its route's pattern, its
/// status and its time.
/// </summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Information, "{Method} {Route} {Status} {Milliseconds:0.0} ms")]
    public static partial void RequestEnded(
        this ILogger log,
        string method,
        string route,
        int status,
        double milliseconds
    );

    [LoggerMessage(2, LogLevel.Error, "{Method} {Route} failed")]
    public static partial void RequestFailed(this ILogger log, Exception exception, string method, string route);

    [LoggerMessage(
        3,
        LogLevel.Information,
        "Ready after {Milliseconds:0} ms: {Model} of {Movies} movies and {Users} users at {Address}"
    )]
    public static partial void Ready(
        this ILogger log,
        double milliseconds,
        string model,
        int movies,
        int users,
        string address
    );

    [LoggerMessage(4, LogLevel.Information, "Stopping: requests that run have {Seconds} s")]
    public static partial void Stopping(this ILogger log, int seconds);

    [LoggerMessage(6, LogLevel.Warning, "{Message}")]
    public static partial void ReportUnread(this ILogger log, string message);

    [LoggerMessage(7, LogLevel.Warning, "{What} Posters are not asked for during {Seconds} s")]
    public static partial void TmdbPaused(this ILogger log, string what, int seconds);

    [LoggerMessage(8, LogLevel.Warning, "A poster could not be kept: {Message}")]
    public static partial void PosterNotKept(this ILogger log, string message);

    [LoggerMessage(9, LogLevel.Warning, "{What} It is not asked for {Seconds} s")]
    public static partial void LanguageModelPaused(this ILogger log, string what, int seconds);

    [LoggerMessage(5, LogLevel.Information, "Stopped")]
    public static partial void Stopped(this ILogger log);
}
