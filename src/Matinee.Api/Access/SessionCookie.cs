namespace Matinee.Api.Access;

/// <summary>The cookie that a signed-in browser comes with: no script reads it, and no other site's page makes it go along.</summary>
internal static class SessionCookie
{
    private const string Name = "matinee_session";

    public static string? Of(HttpRequest request) => request.Cookies[Name];

    public static void Set(HttpContext http, Session session, Credential credential)
    {
        CookieOptions options = Options(http);
        options.Expires = DateTimeOffset.FromUnixTimeSeconds(session.ExpiresAt);
        http.Response.Cookies.Append(Name, credential.Text, options);
    }

    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http));

    private static CookieOptions Options(HttpContext http) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            Secure = http.Request.IsHttps,
            IsEssential = true,
        };
}
