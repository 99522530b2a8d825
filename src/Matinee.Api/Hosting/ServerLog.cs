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

    [LoggerMessage(20, LogLevel.Information, "Model {Id} answers instead of {Before}, after {Milliseconds:0} ms")]
    public static partial void Swapped(this ILogger log, string id, string before, double milliseconds);

    [LoggerMessage(21, LogLevel.Warning, "The model in the watched folder is not taken: {Message}")]
    public static partial void SwapRefused(this ILogger log, string message);

    [LoggerMessage(22, LogLevel.Information, "Retraining: {Line}")]
    public static partial void RetrainSaid(this ILogger log, string line);

    [LoggerMessage(23, LogLevel.Warning, "Retraining did not lead to another model: {Message}")]
    public static partial void RetrainFailed(this ILogger log, string message);

    [LoggerMessage(24, LogLevel.Information, "Next retraining at {Time:u}")]
    public static partial void RetrainPlanned(this ILogger log, DateTimeOffset time);

    [LoggerMessage(9, LogLevel.Warning, "{What} It is not asked for {Seconds} s")]
    public static partial void LanguageModelPaused(this ILogger log, string what, int seconds);

    [LoggerMessage(5, LogLevel.Information, "Stopped")]
    public static partial void Stopped(this ILogger log);

    [LoggerMessage(
        9,
        LogLevel.Warning,
        "The store's password stands on the command line, where everyone on this machine can read it. Set MATINEE_STORE instead."
    )]
    public static partial void PasswordShown(this ILogger log);
}
