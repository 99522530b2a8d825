using Matinee.Api.Access;
using Matinee.Api.Http;
using Matinee.Api.Observability;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Matinee.Api.Web;

/// <summary>Answers browsers with the web interface; whatever is not its own goes on to the API.</summary>
internal static class WebPages
{
    // Its own files and the API of the same origin, nothing else: no inline script, no style attribute, no other host.
    private static readonly StringValues ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly string[] Pages = ["/welcome", "/import", "/search", "/together", "/model"];
    private static readonly string[] PagesBelow = ["/u/", "/movie/"];
    private static readonly string[] OfTheApi =
    [
        "/api",
        "/health",
        "/openapi",
        "/docs",
        "/mcp",
        Telemetry.MetricsPath,
        LoginPage.Path,
    ];

    /// <param name="keys">Where callers need one: a page is for those who have signed in, others are sent to do so. Else null.</param>
    public static void UseWebPages(this IApplicationBuilder app, WebFiles files, KeyRing? keys)
    {
        app.Use(
            async (http, next) =>
            {
                if (!IsReading(http.Request))
                {
                    await next(http);
                }
                else if (
                    keys is not null
                    && files.Index is not null
                    && IsPage(http.Request.Path.Value ?? "/")
                    && await Presented.KeyAsync(http, keys) is null
                )
                {
                    http.Response.Headers.CacheControl = "no-store";
                    http.Response.Redirect(LoginPage.AddressFor(http.Request));
                }
                else
                {
                    await (Answer(http, files) ?? next(http));
                }
            }
        );
    }

    private static bool IsReading(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !OfTheApi.Any(part => request.Path.StartsWithSegments(part, StringComparison.Ordinal));

    private static Task? Answer(HttpContext http, WebFiles files)
    {
        string path = http.Request.Path.Value ?? "/";
        if (IsPage(path))
        {
            return files.Index is { } index ? Write(http, index, StatusCodes.Status200OK)
                : path == "/" && WantsPage(http.Request) ? SayNotBuilt(http)
                : null;
        }

        if (files.Find(path) is { } file)
        {
            return Write(http, file, StatusCodes.Status200OK);
        }

        // A person who mistyped gets a page that helps; a program gets the API's problem.
        return files.Index is { } page && WantsPage(http.Request)
            ? Write(http, page, StatusCodes.Status404NotFound)
            : null;
    }

    private static bool IsPage(string path) =>
        path == "/"
        || Pages.Contains(path.TrimEnd('/'), StringComparer.Ordinal)
        || PagesBelow.Any(start => path.StartsWith(start, StringComparison.Ordinal));

    private static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    private static Task Write(HttpContext http, WebFile file, int status)
    {
        HttpResponse response = http.Response;
        IHeaderDictionary headers = response.Headers;
        headers.CacheControl = file.CacheControl;
        headers.ETag = file.ETag;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ContentSecurityPolicy = ContentPolicy;
        if (status == StatusCodes.Status200OK && http.Request.Knows(file.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.StatusCode = status;
        headers.ContentType = file.ContentType;
        byte[] body = Encoded(http, file);
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private static byte[] Encoded(HttpContext http, WebFile file)
    {
        StringValues accepted = http.Request.Headers.AcceptEncoding;
        if (file.Brotli is { } brotli && Accepts(accepted, "br"))
        {
            http.Response.Headers.ContentEncoding = "br";
            return brotli;
        }

        if (file.Gzip is { } gzip && Accepts(accepted, "gzip"))
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return gzip;
        }

        return file.Plain;
    }

    private static bool Accepts(StringValues accepted, string encoding) =>
        StringWithQualityHeaderValue.TryParseList(accepted, out IList<StringWithQualityHeaderValue>? list)
        && list.Any(one =>
            one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality is null or > 0
        );

    private static Task SayNotBuilt(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(
            "The web interface was not built. Install Node.js 20.19 or later with npm, then start ./matinee again.\n"
                + "The API works without it; its documentation is at /docs.\n",
            http.RequestAborted
        );
    }
}
