using Matinee.Api.Access;
using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Problems;

namespace Matinee.Api.Endpoints;

/// <summary>Signs browsers in and out: a key becomes a cookie that no script can read.</summary>
/// <param name="keys">Null where the server asks for no keys.</param>
internal sealed class SessionEndpoints(KeyRing? keys)
{
    private const string Tag = "Session";
    private const string Path = "/api/session";

    public void Map(IEndpointRouteBuilder app)
    {
        app.Get(
            Path,
            new Described("getSession", Tag, "Who is signed in")
            {
                Needs = NeedsAccess.Nothing,
                Answer = typeof(SessionAnswer),
            },
            Show
        );
        app.Post(
            Path,
            new Described("signIn", Tag, "Sign a browser in with a key")
            {
                Description =
                    "Sets a cookie that lasts 30 days or as long as the key. Programs need none: they send the key itself "
                    + "with each request (`Authorization: Bearer …`).",
                Needs = NeedsAccess.Nothing,
                Body = typeof(SessionBody),
                BodyExample = """{ "key": "matinee_0123456789abcdef_…" }""",
                Answer = typeof(SessionAnswer),
                Problems = [ProblemKind.Unauthorized],
            },
            SignIn
        );
        app.Delete(
            Path,
            new Described("signOut", Tag, "Sign a browser out")
            {
                Needs = NeedsAccess.Nothing,
                Status = StatusCodes.Status204NoContent,
            },
            SignOut
        );
    }

    private async Task Show(HttpContext http) =>
        await WriteAsync(http, keys is null ? null : await Presented.KeyAsync(http, keys));

    private async Task SignIn(HttpContext http)
    {
        SessionBody body = await http.ReadAsync(ApiJson.Readable.SessionBody);
        if (keys is null)
        {
            await WriteAsync(http, null);
            return;
        }

        ApiKey key =
            await SignIn(http, keys, body.Key)
            ?? throw ProblemKind.Unauthorized.Because("This is no key of this server, or it is valid no more.");
        await WriteAsync(http, key);
    }

    private async Task SignOut(HttpContext http)
    {
        await SignOut(http, keys);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Sets the cookie.</summary>
    /// <returns>Null where the text is no valid key.</returns>
    public static async Task<ApiKey?> SignIn(HttpContext http, KeyRing keys, string? text)
    {
        if (
            !Credential.TryParse(text?.Trim(), out Credential given)
            || await keys.VerifyAsync(given, http.RequestAborted) is not { } key
        )
        {
            return null;
        }

        (Session session, Credential token) = await keys.OpenSessionAsync(key, http.RequestAborted);
        SessionCookie.Set(http, session, token);
        return key;
    }

    public static async Task SignOut(HttpContext http, KeyRing? keys)
    {
        if (
            keys is not null
            && Credential.TryParse(SessionCookie.Of(http.Request), out Credential token)
            && await keys.VerifySessionAsync(token, http.RequestAborted) is not null
        )
        {
            await keys.CloseSessionAsync(token, CancellationToken.None);
        }

        SessionCookie.Remove(http);
    }

    private Task WriteAsync(HttpContext http, ApiKey? key) =>
        http.WriteAsync(
            keys is null
                ? new SessionAnswer(KeysNeeded: false, AccessScope.Admin, UserId: null)
                : new SessionAnswer(KeysNeeded: true, key?.Scope, key?.UserId),
            ApiJson.Readable.SessionAnswer
        );
}
