namespace Matinee.Api.Access;

/// <summary>Whether a request that changes something comes from a page that may make it (cross-site request forgery).</summary>
internal static class OriginCheck
{
    public static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>A request without an origin is no page's, or an old browser's, which then says nothing else about it either.</summary>
    public static bool Allows(HttpRequest request, IReadOnlyList<string> origins) =>
        IsSafe(request.Method)
        || request.Headers.Origin.Count == 0
        || (request.Headers.Origin is [{ } origin] && (IsOwn(origin, request) || Listed(origin, origins)));

    /// <summary>Whether a browser says that a page of this server asks; what is said by no one counts as no.</summary>
    public static bool IsOwnPage(HttpRequest request) =>
        request.Headers.Origin is [{ } origin]
            ? IsOwn(origin, request)
            : request.Headers.Origin.Count == 0 && request.Headers["Sec-Fetch-Site"] is ["same-origin"];

    /// <param name="origins">As <see cref="Hosting.ServerOptions.CorsOrigins"/>.</param>
    public static bool Listed(string? origin, IReadOnlyList<string> origins) =>
        origins.Contains("*") || origins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    // A proxy may speak TLS where this server does not: the scheme is not compared, the host and port are.
    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? page)
        && page.Scheme is ("http" or "https")
        && Uri.TryCreate($"{page.Scheme}://{request.Host.Value}", UriKind.Absolute, out Uri? here)
        && string.Equals(page.Authority, here.Authority, StringComparison.OrdinalIgnoreCase);
}
