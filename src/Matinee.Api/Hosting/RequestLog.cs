using System.Diagnostics;

namespace Matinee.Api.Hosting;

/// <summary>A line per request at Information.</summary>
internal static class RequestLog
{
    public static void UseRequestLog(this IApplicationBuilder app, ILogger log)
    {
        if (!log.IsEnabled(LogLevel.Information))
        {
            return;
        }

        app.Use(
            async (http, next) =>
            {
                long start = Stopwatch.GetTimestamp();
                await next(http);
                // The pattern, not the path: ids stand in paths.
                string route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route";
                string method = HttpMethods.IsGet(http.Request.Method) ? "GET" : Known(http.Request.Method);
                double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                log.RequestEnded(method, route, http.Response.StatusCode, milliseconds);
            }
        );
    }

    // A method may be any text, and a log's reader must be able to trust its lines.
    private static string Known(string method) =>
        method is "POST" or "PUT" or "DELETE" or "HEAD" or "OPTIONS" or "PATCH" ? method : "?";
}
