using Microsoft.Extensions.Primitives;

namespace Matinee.Api.Hosting;

/// <summary>Headers that keep browsers from doing anything else with an answer than its reader asked for.</summary>
internal static class SecurityHeaders
{
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues NoFrame = "DENY";
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues SameOrigin = "same-origin";

    // JSON loads nothing. The page of the documentation sets its own.
    private static readonly StringValues Nothing = "default-src 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                IHeaderDictionary headers = http.Response.Headers;
                headers.XContentTypeOptions = NoSniff;
                headers.XFrameOptions = NoFrame;
                headers.ContentSecurityPolicy = Nothing;
                headers["Referrer-Policy"] = NoReferrer;
                headers["Cross-Origin-Resource-Policy"] = SameOrigin;
                return next(http);
            }
        );
}
