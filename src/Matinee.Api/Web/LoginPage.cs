using System.Globalization;
using System.Net;
using Matinee.Api.Access;
using Matinee.Api.Endpoints;
using Matinee.Api.Http;

namespace Matinee.Api.Web;

/// <summary><c>/login</c>, where a person enters their key: one form, no script. It is there only where keys are asked for.</summary>
internal sealed class LoginPage(KeyRing keys, LoginStyle style)
{
    public const string Path = "/login";

    private const string Next = "next";

    // A key and an address are short.
    private const int LongestForm = 4_096;

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods(Path, ["GET"], (RequestDelegate)ShowAsync).WithMetadata(NeedsAccess.Nothing);
        app.MapMethods(Path, ["POST"], (RequestDelegate)EnterAsync)
            .WithMetadata(NeedsAccess.Nothing, new BodyLimit(LongestForm));
    }

    /// <summary>Where a browser without a session is sent instead of a page.</summary>
    public static string AddressFor(HttpRequest request) =>
        $"{Path}?{Next}={Uri.EscapeDataString(request.Path + request.QueryString)}";

    private async Task ShowAsync(HttpContext http) =>
        await WriteAsync(http, await Presented.KeyAsync(http, keys), http.Request.Query[Next], failed: false);

    private async Task EnterAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form.ContainsKey("sign-out"))
        {
            await SessionEndpoints.SignOut(http, keys);
            http.Response.Redirect(Path);
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            return;
        }

        string? next = form[Next];
        if (await SessionEndpoints.SignIn(http, keys, form["key"]) is not { } key)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await WriteAsync(http, null, next, failed: true);
            return;
        }

        http.Response.Redirect(Safe(next, key));
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    // Only within this server: '//elsewhere' and '/\elsewhere' are other places to a browser.
    private static string Safe(string? next, ApiKey key) =>
        next is ['/', not ('/' or '\\'), ..] && !next.Any(char.IsControl) ? next
        : key.UserId is { } own ? string.Create(CultureInfo.InvariantCulture, $"/u/{own}")
        : "/";

    private async Task WriteAsync(HttpContext http, ApiKey? key, string? next, bool failed)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        // Without a referrer a browser sends 'Origin: null' along with a form, which is refused.
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'sha256-{style.Hash}'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        await http.Response.WriteAsync(key is null ? Form(next, failed) : SignedIn(key, next), http.RequestAborted);
    }

    private string Form(string? next, bool failed) =>
        Page(
            "Sign in",
            $"""
            <p>This server asks for a key. Whoever runs it can make one for you.</p>
            <form method="post" action="{Path}">
            <label for="key">Key</label>
            <input id="key" name="key" type="password" autocomplete="current-password" spellcheck="false" placeholder="matinee_…" required autofocus{(
                failed ? " aria-invalid=\"true\" aria-describedby=\"wrong\"" : ""
            )}>
            {(failed ? "<p id=\"wrong\" role=\"alert\">This is no key of this server, or it is valid no more.</p>" : "")}
            <input type="hidden" name="{Next}" value="{WebUtility.HtmlEncode(next)}">
            <div class="doors"><button class="button primary">Sign in</button></div>
            </form>
            """
        );

    private string SignedIn(ApiKey key, string? next) =>
        Page(
            "Signed in",
            $"""
            <p>With the key “{WebUtility.HtmlEncode(key.Name)}”, which may {Words(key)}.</p>
            <form method="post" action="{Path}">
            <div class="doors">
            <a class="button primary" href="{WebUtility.HtmlEncode(Safe(next, key))}">Go to the movies</a>
            <button class="button" name="sign-out" value="1">Sign out</button>
            </div>
            </form>
            """
        );

    private static string Words(ApiKey key)
    {
        string what = key.UserId is { } own
            ? string.Create(CultureInfo.InvariantCulture, $"user {own}’s list")
            : "everything";
        return key.Scope switch
        {
            AccessScope.Read => $"look at {what}",
            AccessScope.Write => $"look at {what} and rate",
            _ => "do everything",
        };
    }

    private string Page(string heading, string content) =>
        $"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="/favicon.svg">
            <title>{heading} · Matinee</title>
            <style>{style.Text}</style>
            <header>Matinee</header>
            <main>
            <div class="stub" aria-hidden="true">Admit one</div>
            <div class="body">
            <h1>{heading}</h1>
            {content}
            </div>
            </main>
            </html>
            """;
}
