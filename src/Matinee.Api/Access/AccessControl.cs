using System.Globalization;
using Matinee.Api.Http;
using Matinee.Api.Observability;
using Matinee.Api.Problems;
using Microsoft.Extensions.Primitives;

namespace Matinee.Api.Access;

/// <summary>Lets a request through to its endpoint only with what the endpoint needs.</summary>
internal static class AccessControl
{
    /// <summary>To stand behind routing; endpoints learn by <see cref="CallerOfRequest.Caller"/> who asks.</summary>
    public static void UseAccessControl(this IApplicationBuilder app, KeyRing keys, MatineeMetrics metrics) =>
        app.Use(
            async (http, next) =>
            {
                if (http.GetEndpoint() is { } endpoint)
                {
                    var needs = endpoint.Metadata.GetMetadata<NeedsAccess>() ?? Unstated(endpoint);
                    try
                    {
                        http.Features.Set(needs.Scope is null ? Caller.Nobody : await CallerAsync(http, needs, keys));
                    }
                    catch (ProblemException refused)
                    {
                        metrics.Refused(refused.Problem.Status);
                        throw;
                    }
                }

                await next(http);
            }
        );

    // What is no route is routing's own answer, such as 405: any key may hear it.
    private static NeedsAccess Unstated(Endpoint endpoint) =>
        new(endpoint is RouteEndpoint ? AccessScope.Admin : AccessScope.Read);

    private static async ValueTask<Caller> CallerAsync(HttpContext http, NeedsAccess needs, KeyRing keys)
    {
        ApiKey key = await Presented.KeyAsync(http, keys) ?? throw Unauthorized(http);
        var caller = new Caller(key.Scope, key.UserId, key.Id);
        AccessScope needed = needs.Scope!.Value;
        if (!caller.May(needed))
        {
            throw ProblemKind.Forbidden.Because(
                $"This key's scope is {AccessScopeConverter.NameOf(key.Scope)}; {AccessScopeConverter.NameOf(needed)} is needed here."
            );
        }

        if (caller.UserId is { } own)
        {
            CheckUser(http, needs, own.ToString(CultureInfo.InvariantCulture));
        }

        return caller;
    }

    // Compared as text, letter by letter: whatever else a number can look like is refused.
    private static void CheckUser(HttpContext http, NeedsAccess needs, string own)
    {
        string parameter = CommonParameters.UserId.Name;
        var inPath = http.Request.RouteValues[parameter] as string;
        StringValues inQuery = http.Request.Query[parameter];
        if ((inPath is not null && inPath != own) || inQuery.Any(one => one != own))
        {
            throw OfAnotherUser(own);
        }

        if (inPath is null && needs.RefusesBoundKeys)
        {
            throw ProblemKind.Forbidden.Because($"This key is bound to user {own}, and this is not about a user.");
        }
    }

    /// <summary>For what stands in bodies, which endpoints check.</summary>
    /// <exception cref="ProblemException">The caller may not ask about this user.</exception>
    public static void CheckUser(this Caller caller, int userId)
    {
        if (!caller.MayAskAbout(userId))
        {
            throw OfAnotherUser(caller.UserId!.Value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static ProblemException OfAnotherUser(string own) =>
        ProblemKind.Forbidden.Because($"This key is bound to user {own} and opens nothing of anyone else's.");

    private static ProblemException Unauthorized(HttpContext http)
    {
        bool came = Presented.Any(http);
        http.Response.Headers.WWWAuthenticate = came
            ? "Bearer realm=\"matinee\", error=\"invalid_token\""
            : "Bearer realm=\"matinee\"";
        return ProblemKind.Unauthorized.Because(
            came
                ? "The key or session is not valid, or no more. Ask whoever runs this server for a new key."
                : "Send a key: Authorization: Bearer matinee_… Whoever runs this server makes one with 'matinee keys create'."
        );
    }
}
