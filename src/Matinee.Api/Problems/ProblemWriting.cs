using System.Globalization;
using System.Text.Json;
using Matinee.Api.Hosting;
using Matinee.Api.Http;
using Matinee.Api.Store;
using Matinee.Core;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Matinee.Api.Problems;

/// <summary>Turns whatever ends a request without an answer into problem details.</summary>
internal static class ProblemWriting
{
    public const string ContentType = "application/problem+json";

    /// <summary>Catches what endpoints throw, and fills answers that carry nothing but a status.</summary>
    public static void UseProblems(this IApplicationBuilder app, ILogger log) =>
        app.Use(
            async (http, next) =>
            {
                try
                {
                    await next(http);
                }
                catch (Exception exception) when (!http.Response.HasStarted)
                {
                    if (ProblemOf(exception, http, log) is { } problem)
                    {
                        await WriteAsync(http, problem);
                    }

                    return;
                }

                if (!http.Response.HasStarted && http.Response.StatusCode >= 400)
                {
                    await WriteAsync(http, OfStatus(http));
                }
            }
        );

    public static async Task WriteAsync(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "no-store";
        using JsonBuffer buffer = JsonBuffer.Rent();
        JsonSerializer.Serialize(buffer.Writer, problem, ApiJson.Readable.Problem);
        await buffer.SendAsync(http);
    }

    private static Problem? ProblemOf(Exception exception, HttpContext http, ILogger log)
    {
        switch (exception)
        {
            case ProblemException known:
                return known.Problem;
            case BadHttpRequestException bad:
                return OfBadRequest(bad, http);
            case OperationCanceledException when TimedOut(http):
                return ProblemKind.Timeout.With("The request was given up. Ask for less, or try again later.");
            case OperationCanceledException when http.RequestAborted.IsCancellationRequested:
                // The client has gone: nobody reads an answer.
                http.Abort();
                return null;
            // What requests say is checked before: this is the store that can't be written, or the like.
            case MatineeException:
                log.RequestFailed(exception, http.Request.Method, RouteOf(http));
                return ProblemKind.Unavailable.With("Nothing was changed; the server's log says what is wrong.");
            case UncertainWriteException:
                log.RequestFailed(exception, http.Request.Method, RouteOf(http));
                return ProblemKind.Unavailable.With(
                    "The database went away while it was writing: the change may be there or not. Ask for it, or send it again."
                );
            default:
                log.RequestFailed(exception, http.Request.Method, RouteOf(http));
                return ProblemKind.Internal.With("This is a bug, and the server's log has its details.");
        }
    }

    private static bool TimedOut(HttpContext http) =>
        http.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested == true;

    private static Problem OfBadRequest(BadHttpRequestException exception, HttpContext http) =>
        exception.StatusCode switch
        {
            StatusCodes.Status413PayloadTooLarge => TooLarge(http),
            StatusCodes.Status408RequestTimeout => ProblemKind.RequestTimeout.With(exception.Message),
            _ => ProblemKind.MalformedRequest.With(exception.Message),
        };

    private static Problem TooLarge(HttpContext http)
    {
        long? most = http
            .Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()
            ?.MaxRequestBodySize;
        return ProblemKind.TooLarge.With(
            string.Create(CultureInfo.InvariantCulture, $"The body may have {most} bytes. Send it in parts.")
        );
    }

    private static Problem OfStatus(HttpContext http) =>
        http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ProblemKind.UnknownRoute.With(
                "/docs lists every address for people, /openapi/v1.json for programs."
            ),
            StatusCodes.Status405MethodNotAllowed => ProblemKind.Method.With(
                $"The address does not take {Method(http)}; it takes {http.Response.Headers.Allow}."
            ),
            StatusCodes.Status413PayloadTooLarge => TooLarge(http),
            StatusCodes.Status415UnsupportedMediaType => ProblemKind.MediaType.With(
                "Send the body as JSON, with the header Content-Type: application/json."
            ),
            StatusCodes.Status429TooManyRequests => ProblemKind.RateLimited.With(
                "Your address has sent too many requests. Wait as long as the header Retry-After says."
            ),
            StatusCodes.Status503ServiceUnavailable => ProblemKind.Unavailable.With("Try again later."),
            StatusCodes.Status504GatewayTimeout => ProblemKind.Timeout.With(
                "The request was given up. Ask for less, or try again later."
            ),
            int status => new Problem
            {
                Type = "about:blank",
                Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
                Status = status,
            },
        };

    // Any text may stand where a method does; only known ones are echoed.
    private static string Method(HttpContext http) =>
        http.Request.Method is "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "PATCH" or "OPTIONS" or "TRACE"
            ? http.Request.Method
            : "this method";

    private static string RouteOf(HttpContext http) =>
        (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route";
}
