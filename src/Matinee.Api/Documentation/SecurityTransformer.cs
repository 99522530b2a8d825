using Matinee.Api.Access;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Matinee.Api.Documentation;

/// <summary>Says how callers show their key, and which scope each operation needs.</summary>
internal static class SecurityTransformer
{
    private const string Scheme = "key";

    public static Task AddSchemeAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellation
    )
    {
        document.AddComponent<IOpenApiSecurityScheme>(
            Scheme,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description =
                    "A key (`matinee_…`), where the server asks for one: `matinee keys create`, or `POST /api/admin/keys`.",
            }
        );
        return Task.CompletedTask;
    }

    public static Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        AccessScope? needed = metadata.OfType<NeedsAccess>().Last().Scope;
        operation.Security = needed is { } scope
            ?
            [
                new OpenApiSecurityRequirement
                {
                    [new OpenApiSecuritySchemeReference(Scheme, context.Document)] =
                    [
                        AccessScopeConverter.NameOf(scope),
                    ],
                },
            ]
            : [];
        return Task.CompletedTask;
    }
}
