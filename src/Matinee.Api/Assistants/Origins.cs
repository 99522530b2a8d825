using System.Net;
using Matinee.Api.Access;
using Matinee.Api.Hosting;
using Matinee.Api.Problems;

namespace Matinee.Api.Assistants;

/// <summary>
/// Web pages may not call tools unless their origin is one of <c>--cors-origins</c> or of this machine: a page that has its own name
/// point at this server's address would else be of the same origin (the protocol asks servers to check).
/// </summary>
internal static class Origins
{
    /// <exception cref="ProblemException">A page of another origin calls.</exception>
    public static void Check(HttpContext http, ServerOptions options)
    {
        if (
            !http.Request.Headers.Origin.All(origin =>
                IsLocal(origin) || OriginCheck.Listed(origin, options.CorsOrigins)
            )
        )
        {
            throw ProblemKind.WrongOrigin.Because("Name the page's origin in --cors-origins to let it call tools.");
        }
    }

    private static bool IsLocal(string? origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri)
        && (
            uri.Host == "localhost"
            || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address))
        );
}
