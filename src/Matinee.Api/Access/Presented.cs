namespace Matinee.Api.Access;

/// <summary>What a request comes with: a key in its header, or a session in its cookie. The header wins.</summary>
internal static class Presented
{
    private const string Bearer = "Bearer ";

    public static bool Any(HttpContext http) =>
        http.Request.Headers.Authorization.Count > 0 || SessionCookie.Of(http.Request) is not null;

    /// <returns>Null where there is none that is valid.</returns>
    public static async ValueTask<ApiKey?> KeyAsync(HttpContext http, KeyRing keys)
    {
        if (http.Request.Headers.Authorization.Count > 0)
        {
            return Credential.TryParse(InHeader(http.Request), out Credential key)
                ? await keys.VerifyAsync(key, http.RequestAborted)
                : null;
        }

        // A browser sends its cookie whoever made it ask.
        return
            Credential.TryParse(SessionCookie.Of(http.Request), out Credential session)
            && (OriginCheck.IsSafe(http.Request.Method) || OriginCheck.IsOwnPage(http.Request))
            ? await keys.VerifySessionAsync(session, http.RequestAborted)
            : null;
    }

    private static string? InHeader(HttpRequest request) =>
        request.Headers.Authorization is [{ } value] && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? value[Bearer.Length..].Trim()
            : null;
}
