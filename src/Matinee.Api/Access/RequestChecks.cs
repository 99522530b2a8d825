using Matinee.Api.Hosting;
using Matinee.Api.Problems;

namespace Matinee.Api.Access;

/// <summary>Refuses requests under a foreign name, and changes that a foreign page asks for.</summary>
internal static class RequestChecks
{
    public static void UseRequestChecks(this IApplicationBuilder app, ServerOptions options)
    {
        var hosts = new HostCheck(options);
        app.Use(
            (http, next) =>
                !hosts.Allows(http.Request.Host) ? throw WrongHost()
                : !OriginCheck.Allows(http.Request, options.CorsOrigins) ? throw WrongOrigin()
                : next(http)
        );
    }

    // Neither repeats the name: whoever made the request knows it, and nobody else needs to read it.
    private static ProblemException WrongHost() =>
        ProblemKind.WrongHost.Because(
            "This server does not answer to the name in the Host header. Whoever runs it adds the name with --allowed-hosts."
        );

    public static ProblemException WrongOrigin() =>
        ProblemKind.WrongOrigin.Because(
            "A page of another site asks for a change. Whoever runs this server allows the site with --cors-origins."
        );
}
