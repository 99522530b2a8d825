using System.Text.Json;
using System.Text.Json.Serialization;
using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Core.Artifacts;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Matinee.Api.Documentation;

/// <summary>The OpenAPI document, made of what endpoints say of themselves when it is first asked for.</summary>
internal static class ApiDocument
{
    private const string About = """
        Movie recommendations that take every rating into account the moment it is given.

        **Users** are those of the model's training data, and those that `POST /api/users` makes. **Movies** go by their MovieLens id,
        `imdb:tt0133093` or `tmdb:603`. **Times** are seconds since 1970 UTC. **Stars** are half stars from 0.5 to 5.

        **Problems** are RFC 9457 problem details; their `type` is stable, `errors` names the fields. What is answered to a write is
        stored for good.

        **Keys** are needed where others than the server's own machine can reach it: `Authorization: Bearer matinee_…`. Each opens `read`,
        `write` or `admin`, and perhaps one user alone.
        """;

    public static void AddApiDocument(this IServiceCollection services)
    {
        // Schemas follow the serializer that writes the answers.
        services.ConfigureHttpJsonOptions(json =>
        {
            JsonSerializerOptions options = json.SerializerOptions;
            options.TypeInfoResolver = ApiJson.Readable;
            options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            options.RespectNullableAnnotations = true;
            options.NumberHandling = JsonNumberHandling.Strict;
            options.Converters.Add(new MovieReferenceConverter());
        });
        services.AddOpenApi(
            "v1",
            openApi =>
            {
                openApi.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                openApi.AddSchemaTransformer(SchemaTransformer.TransformAsync);
                openApi.AddOperationTransformer(OperationTransformer.TransformAsync);
                openApi.AddOperationTransformer(SecurityTransformer.TransformAsync);
                openApi.AddDocumentTransformer(OperationTransformer.AddProblemSchemaAsync);
                openApi.AddDocumentTransformer(SecurityTransformer.AddSchemeAsync);
                openApi.AddDocumentTransformer(Describe);
            }
        );
    }

    private static Task Describe(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellation
    )
    {
        document.Info = new OpenApiInfo
        {
            Title = "Matinee",
            Version = ModelBundle.MatineeVersion,
            Description = About,
            License = new OpenApiLicense { Name = "MIT" },
        };
        // Wherever the document comes from, the API is there; the address that someone asked under is no one else's business.
        document.Servers = [new OpenApiServer { Url = "/" }];
        return Task.CompletedTask;
    }
}
