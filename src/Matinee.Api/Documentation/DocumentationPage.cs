using System.Security.Cryptography;
using Scalar.AspNetCore;

namespace Matinee.Api.Documentation;

/// <summary>The page for people, <c>/docs</c>: it loads nothing from anywhere else, and its headers would not let it.</summary>
internal static class DocumentationPage
{
    public const string Path = "/docs";

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder app) =>
        app.MapScalarApiReference(Path, Configure);

    private static void Configure(ScalarOptions scalar, HttpContext http)
    {
        string nonce = RandomNumberGenerator.GetHexString(32);
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        scalar
            .WithTitle("Matinee")
            .WithOpenApiRoutePattern("/openapi/v1.json")
            .WithNonce(nonce)
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideClientButton()
            .HideDeveloperTools();
    }
}
