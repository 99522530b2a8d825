using Matinee.Api.Access;
using Matinee.Api.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Matinee.Api.Endpoints;

/// <summary>Maps handlers that read the request themselves, with what the document says about them beside.</summary>
internal static class Mapping
{
    public static void Get(
        this IEndpointRouteBuilder app,
        string pattern,
        Described described,
        RequestDelegate handler
    ) => app.Map("GET", pattern, described, handler);

    public static void Post(
        this IEndpointRouteBuilder app,
        string pattern,
        Described described,
        RequestDelegate handler
    ) => app.Map("POST", pattern, described, handler);

    public static void Put(
        this IEndpointRouteBuilder app,
        string pattern,
        Described described,
        RequestDelegate handler
    ) => app.Map("PUT", pattern, described, handler);

    public static void Delete(
        this IEndpointRouteBuilder app,
        string pattern,
        Described described,
        RequestDelegate handler
    ) => app.Map("DELETE", pattern, described, handler);

    private static void Map(
        this IEndpointRouteBuilder app,
        string method,
        string pattern,
        Described described,
        RequestDelegate handler
    )
    {
        IEndpointConventionBuilder endpoint = app.MapMethods(pattern, [method], handler)
            .WithMetadata(described, handler.Method, described.Needs ?? NeedsOf(method, pattern))
            .WithName(described.Id)
            .WithTags(described.Tag)
            .WithSummary(described.Summary);
        if (described.Description is { } description)
        {
            endpoint.WithDescription(description);
        }

        if (described.TakesItsTime)
        {
            endpoint.DisableRequestTimeout();
        }

        if (described.Body is { } body)
        {
            endpoint.WithMetadata(new AcceptsMetadata(["application/json"], body, described.BodyIsOptional));
        }

        if (described.Form is not null)
        {
            // A type must be there; the document's body is written from the fields.
            endpoint.WithMetadata(new AcceptsMetadata(["multipart/form-data"], typeof(string)));
        }

        if (described.MostBytes is { } bytes)
        {
            endpoint.WithMetadata(new BodyLimit(bytes));
        }

        endpoint.WithMetadata(
            new ProducesResponseTypeMetadata(described.Status, described.Answer ?? typeof(void), ["application/json"])
        );
    }

    private static NeedsAccess NeedsOf(string method, string pattern) =>
        pattern.StartsWith("/api/admin/", StringComparison.Ordinal) ? new NeedsAccess(AccessScope.Admin)
        : HttpMethods.IsGet(method) ? new NeedsAccess(AccessScope.Read)
        : new NeedsAccess(AccessScope.Write) { RefusesBoundKeys = true };
}
